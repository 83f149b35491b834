package org.otklik.web.portal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityHeadersFilterTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/index.xhtml",
        "/shared.xhtml",
        "/study.xhtml",
        "/api/v1/me",
        "/api/v1/reports/1/preview"
      })
  void nothingIsShownInAFrame(String path) {
    assertTrue(SecurityHeadersFilter.policy(path, null).endsWith("frame-ancestors 'none'"));
  }

  @Test
  void sharedPageIsShownInFramesOfTheOriginsThatAreAllowed() {
    String policy =
        SecurityHeadersFilter.policy(
            "/shared.xhtml", "https://wiki.example.com https://*.example.org");
    assertTrue(
        policy.endsWith("; frame-ancestors https://wiki.example.com https://*.example.org"),
        policy);
  }
}
