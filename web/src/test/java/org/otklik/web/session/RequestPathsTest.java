package org.otklik.web.session;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPathsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/login.xhtml",
        "/api/v1/health",
        "/api/v1/health/started",
        "/api/v1/health/ready",
        "/api/v1/health/live",
        "/metrics",
        "/jakarta.faces.resource/otklik.css.xhtml",
        "/shared/x",
        "/shared.xhtml",
        "/api/v1/shared-creatives/x/curve"
      })
  void isOpenToEverybody(String path) {
    assertTrue(RequestPaths.isPublic(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/index.xhtml",
        "/creative.xhtml",
        "/api/v1/health/x",
        "/api/v1/healthx",
        "/metrics/x",
        "/api/v1/clients",
        "/upload/videos/campaigns/1",
        "/shared",
        "/api/v1/shared-creatives",
        "/sharedx/a",
        "/api/v1/reports/1/preview",
        "/login.xhtml/index.xhtml",
        "/x/jakarta.faces.resource/a"
      })
  void needsASignIn(String path) {
    assertFalse(RequestPaths.isPublic(path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api", "/api/", "/api/v1/clients", "/api/v9"})
  void isAnsweredInJson(String path) {
    assertTrue(RequestPaths.isApi(path));
  }
}
