package org.otklik.identity;

import jakarta.enterprise.context.RequestScoped;

/** Where the request comes from, for the audit log; said by the web. */
@RequestScoped
public class Caller {
  private String address;

  public void comesFrom(String networkAddress) {
    this.address = networkAddress;
  }

  public String address() {
    return address;
  }
}
