package org.otklik.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailSettingsTest {
  @TempDir private Path folder;

  private final Map<String, String> properties = new HashMap<>();

  @Test
  void withoutAHostThereIsNoMailAndNothingElseIsAskedFor() {
    assertFalse(read().isSetUp());
  }

  @Test
  void connectionIsProtectedUnlessToldOtherwise() {
    complete();
    MailSettings settings = read();
    assertEquals(MailSettings.Security.STARTTLS, settings.security());
    assertEquals(587, settings.port());
    assertEquals("https://otklik.example.com/portal", settings.portal());
    assertEquals("example.com", settings.domain());
    properties.put("otklik.mail.security", "tls");
    assertEquals(465, read().port());
  }

  @Test
  void passwordComesFromAFileAndIsNotPrinted() throws IOException {
    complete();
    Path file = Files.writeString(folder.resolve("password"), "s3cret\n");
    properties.put("otklik.mail.user", "otklik");
    properties.put("otklik.mail.password-file", file.toString());
    MailSettings settings = read();
    assertEquals("s3cret", settings.password());
    assertFalse(settings.toString().contains("s3cret"), settings.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "otklik.mail.from, ",
    "otklik.mail.from, somebody",
    "otklik.portal.url, ",
    "otklik.portal.url, otklik.example.com",
    "otklik.portal.url, https://otklik example.com",
    "otklik.portal.url, javascript:alert(1)",
    "otklik.mail.security, SSL",
    "otklik.mail.port, 0",
    "otklik.mail.attempts, many",
    "otklik.mail.password-file, /no/such/file"
  })
  void whatIsMissingOrWrongIsNamed(String property, String value) {
    complete();
    properties.put("otklik.mail.user", "otklik");
    properties.put("otklik.mail.password", "s3cret");
    properties.put(property, value == null ? "" : value);
    IllegalStateException refused = assertThrows(IllegalStateException.class, this::read);
    assertTrue(refused.getMessage().contains(property), refused.getMessage());
  }

  private MailSettings read() {
    return SettingsFixture.read(MailSettings.class, properties);
  }

  private void complete() {
    properties.put("otklik.mail.host", "smtp.example.com");
    properties.put("otklik.mail.from", "otklik@example.com");
    properties.put("otklik.portal.url", "https://otklik.example.com/portal/");
  }
}
