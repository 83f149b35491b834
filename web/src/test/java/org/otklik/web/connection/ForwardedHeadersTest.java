package org.otklik.web.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.undertow.util.HeaderMap;
import io.undertow.util.HttpString;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.otklik.settings.PortalSettings.ProxyHeaders;

class ForwardedHeadersTest {
  private final HeaderMap headers = new HeaderMap();

  private void add(String name, String value) {
    headers.add(new HttpString(name), value);
  }

  @Test
  void conventionalHeadersAreRead() {
    add("X-Forwarded-For", "203.0.113.9, 10.0.0.1");
    add("X-Forwarded-For", "10.0.0.2");
    add("X-Forwarded-Proto", "https");
    add("X-Forwarded-Host", "portal.example");
    add("Forwarded", "for=1.1.1.1;proto=http");
    assertEquals(
        new ForwardedHeaders(
            List.of("203.0.113.9", "10.0.0.1", "10.0.0.2"),
            Optional.of("https"),
            Optional.of("portal.example")),
        ForwardedHeaders.of(headers, ProxyHeaders.X_FORWARDED));
  }

  @Test
  void standardHeaderIsRead() {
    add("Forwarded", "for=\"[2001:db8::5]:4711\";proto=https;host=portal.example, For=10.0.0.1");
    add("X-Forwarded-For", "1.1.1.1");
    assertEquals(
        new ForwardedHeaders(
            List.of("[2001:db8::5]:4711", "10.0.0.1"),
            Optional.of("https"),
            Optional.of("portal.example")),
        ForwardedHeaders.of(headers, ProxyHeaders.FORWARDED));
  }

  @Test
  void otherSchemesAreNotBelieved() {
    add("X-Forwarded-Proto", "javascript");
    assertEquals(Optional.empty(), ForwardedHeaders.of(headers, ProxyHeaders.X_FORWARDED).scheme());
  }
}
