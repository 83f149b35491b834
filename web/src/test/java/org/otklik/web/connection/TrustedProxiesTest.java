package org.otklik.web.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {
  private final TrustedProxies proxies =
      TrustedProxies.of("10.0.0.7, 192.168.0.0/16 fd00::/8, 2001:db8::1");

  @ParameterizedTest
  @CsvSource({
    "10.0.0.7, true",
    "10.0.0.8, false",
    "192.168.255.1, true",
    "192.169.0.1, false",
    "fd12::1, true",
    "fe80::1, false",
    "2001:db8::1, true",
    "2001:db8::2, false"
  })
  void knowsAddressesAndNetworks(String address, boolean isTrusted) throws Exception {
    assertEquals(isTrusted, proxies.trust(InetAddress.getByName(address)));
  }

  @Test
  void nobodyIsTrustedWithoutASetting() throws Exception {
    assertEquals(false, TrustedProxies.of(null).trust(InetAddress.getByName("127.0.0.1")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10.0.0.256", "1/2/3"})
  void whatIsNoNetworkIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> TrustedProxies.of(text));
  }

  /** Everything before the last untrusted address may be the client's own invention. */
  @ParameterizedTest
  @CsvSource({
    "10.0.0.7, 203.0.113.9, 203.0.113.9",
    "10.0.0.7, 1.1.1.1;203.0.113.9, 203.0.113.9",
    "10.0.0.7, 203.0.113.9;192.168.1.1, 203.0.113.9",
    "10.0.0.7, 203.0.113.9:4711, 203.0.113.9",
    "10.0.0.7, [2001:db8::5]:443, 2001:db8::5",
    "10.0.0.7, unknown, 10.0.0.7",
    "10.0.0.7, evil.example;_hidden, 10.0.0.7",
    "203.0.113.9, 1.1.1.1, 203.0.113.9"
  })
  void clientIsTheLastWhoIsNoProxy(String peer, String chain, String client) throws Exception {
    assertEquals(
        InetAddress.getByName(client),
        proxies.client(InetAddress.getByName(peer), List.of(chain.split(";"))));
  }
}
