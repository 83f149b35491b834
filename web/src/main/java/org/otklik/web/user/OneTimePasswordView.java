package org.otklik.web.user;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A password for one sign-in. */
@Schema(name = "OneTimePassword")
public record OneTimePasswordView(
    String login, @Schema(description = "Returned only here.") String oneTimePassword) {
  @Override
  public String toString() {
    return "OneTimePasswordView[" + login + "]"; // never the password
  }
}
