package org.otklik.web.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/index.xhtml",
        "/creative.xhtml?id=7c1b6b0e-8a94-4d5b-9a6e-0f3f8a1d2c3b",
        "/campaign.xhtml?id=1&lang=ru"
      })
  void leadsBackToPagesOfThePortal(String address) {
    assertEquals(address, LocalAddress.orHome(address));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "index.xhtml",
        "//evil.example/index.xhtml",
        "/\\evil.example/index.xhtml",
        "https://evil.example/index.xhtml",
        "/a/../index.xhtml",
        "/index.xhtml?x=\r\nSet-Cookie: a=b",
        "/index.xhtml#//evil",
        "/api/v1/clients",
        "/login.xhtml?to=/login.xhtml",
        "javascript:alert(1)"
      })
  void leadsHomeFromAnythingElse(String address) {
    assertEquals("/index.xhtml", LocalAddress.orHome(address));
  }
}
