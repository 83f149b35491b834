package org.otklik.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailSettingsTest {
  @TempDir private Path folder;

  @AfterEach
  void forget() {
    System.getProperties()
        .keySet()
        .removeIf(name -> name.toString().matches("otklik\\.(mail|portal)\\..*"));
  }

  @Test
  void withoutAHostThereIsNoMailAndNothingElseIsAskedFor() {
    assertFalse(MailSettings.fromSystemProperties().isSetUp());
  }

  @Test
  void connectionIsProtectedUnlessToldOtherwise() {
    complete();
    MailSettings settings = MailSettings.fromSystemProperties();
    assertEquals(MailSettings.Security.STARTTLS, settings.security());
    assertEquals(587, settings.port());
    assertEquals("https://otklik.example.com/portal", settings.portal());
    assertEquals("example.com", settings.domain());
    System.setProperty("otklik.mail.security", "tls");
    assertEquals(465, MailSettings.fromSystemProperties().port());
  }

  @Test
  void passwordComesFromAFileAndIsNotPrinted() throws IOException {
    complete();
    Path file = Files.writeString(folder.resolve("password"), "s3cret\n");
    System.setProperty("otklik.mail.user", "otklik");
    System.setProperty("otklik.mail.password-file", file.toString());
    MailSettings settings = MailSettings.fromSystemProperties();
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
    System.setProperty("otklik.mail.user", "otklik");
    System.setProperty("otklik.mail.password", "s3cret");
    System.setProperty(property, value == null ? "" : value);
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, MailSettings::fromSystemProperties);
    assertTrue(refused.getMessage().contains(property), refused.getMessage());
  }

  private static void complete() {
    System.setProperty("otklik.mail.host", "smtp.example.com");
    System.setProperty("otklik.mail.from", "otklik@example.com");
    System.setProperty("otklik.portal.url", "https://otklik.example.com/portal/");
  }
}
