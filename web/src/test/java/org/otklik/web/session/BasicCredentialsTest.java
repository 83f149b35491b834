package org.otklik.web.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BasicCredentialsTest {
  @Test
  void readsPasswordsWithColonsAndCyrillic() {
    assertEquals(
        Optional.of(new BasicCredentials("анна", "па:роль")),
        BasicCredentials.of("basic " + base64("анна:па:роль")));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "Basic", "Basic !!!", "Basic YWJj", "Bearer YTpi"})
  void takesNothingFromWhatIsNoCredentials(String header) {
    assertTrue(BasicCredentials.of(header).isEmpty());
  }

  @Test
  void neverShowsThePassword() {
    assertFalse(new BasicCredentials("anna", "secret").toString().contains("secret"));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
