package org.otklik.web.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownHostsTest {
  @ParameterizedTest
  @CsvSource({
    "Portal.Example, true",
    "evil.example, false",
    "portal.example.evil.example, false",
    "localhost, true",
    "127.0.0.1, true",
    "[::1], true",
    "10.0.0.5, true",
    "10.0.0.6, false",
    "'', false"
  })
  void withAnAddressOnlyThatOneAndTheMachineItselfAreKnown(String host, boolean isKnown)
      throws Exception {
    KnownHosts hosts = new KnownHosts("https://portal.example:8443/otklik");
    assertEquals(isKnown, hosts.know(host, InetAddress.getByName("10.0.0.5")));
  }

  @ParameterizedTest
  @CsvSource({"evil.example, false", "10.0.0.6, true", "localhost, true"})
  void withoutOneTheMachinesNamesAndAnyNumericAddressAreKnown(String host, boolean isKnown)
      throws Exception {
    InetAddress local = InetAddress.getByName("10.0.0.5");
    KnownHosts hosts = new KnownHosts(null);
    assertEquals(isKnown, hosts.know(host, local));
    assertEquals(true, hosts.know(InetAddress.getLocalHost().getHostName(), local));
  }
}
