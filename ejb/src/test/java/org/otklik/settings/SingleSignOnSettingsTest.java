package org.otklik.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SingleSignOnSettingsTest {
  @TempDir private Path folder;

  @AfterEach
  void forget() {
    System.getProperties()
        .keySet()
        .removeIf(name -> name.toString().matches("otklik\\.(sso|portal)\\..*"));
  }

  @Test
  void withoutAnIssuerItIsOffAndNothingElseIsAskedFor() {
    assertFalse(SingleSignOnSettings.fromSystemProperties().isSetUp());
  }

  @Test
  void leadsBackToThePortalAsConfigured() {
    complete();
    SingleSignOnSettings settings = SingleSignOnSettings.fromSystemProperties();
    assertEquals("https://otklik.example.com/portal/sso/callback", settings.callback().toString());
    assertEquals(List.of("openid", "profile", "email"), settings.scopes());
    assertNull(settings.roles());
    assertNull(settings.name(Locale.ENGLISH));
  }

  @Test
  void secretComesFromAFileAndIsNotPrinted() throws IOException {
    complete();
    Path file = Files.writeString(folder.resolve("secret"), "s3cret\n");
    System.setProperty("otklik.sso.client-secret-file", file.toString());
    SingleSignOnSettings settings = SingleSignOnSettings.fromSystemProperties();
    assertEquals("s3cret", settings.clientSecret());
    assertFalse(settings.toString().contains("s3cret"), settings.toString());
  }

  @Test
  void namesOfGroupsMayHaveSignsOfTheirOwn() {
    complete();
    System.setProperty("otklik.sso.role-claim", "groups");
    System.setProperty(
        "otklik.sso.roles", "cn=admins,ou=otklik=ADMINISTRATOR; Marketing Team = ANALYST;");
    assertEquals(
        Map.of("cn=admins,ou=otklik", "ADMINISTRATOR", "Marketing Team", "ANALYST"),
        SingleSignOnSettings.fromSystemProperties().roles().meanings());
  }

  @Test
  void russianNameIsTheSameUnlessToldOtherwise() {
    complete();
    System.setProperty("otklik.sso.name", "Acme ID");
    Locale russian = Locale.forLanguageTag("ru");
    assertEquals("Acme ID", SingleSignOnSettings.fromSystemProperties().name(russian));
    System.setProperty("otklik.sso.name-ru", "Акме");
    assertEquals("Акме", SingleSignOnSettings.fromSystemProperties().name(russian));
    assertEquals("Acme ID", SingleSignOnSettings.fromSystemProperties().name(Locale.ENGLISH));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:8080/realms/x", "http://127.0.0.1:9", "http://[::1]:9"})
  void providerOnTheSameMachineNeedsNoTls(String issuer) {
    complete();
    System.setProperty("otklik.sso.issuer", issuer);
    assertTrue(SingleSignOnSettings.fromSystemProperties().isSetUp());
  }

  @ParameterizedTest
  @CsvSource({
    "otklik.sso.issuer, http://id.example.com",
    "otklik.sso.issuer, http://localhost.example.com",
    "otklik.sso.issuer, id.example.com",
    "otklik.sso.client-id, ",
    "otklik.sso.client-secret, ",
    "otklik.sso.client-secret-file, /no/such/file",
    "otklik.portal.url, ",
    "otklik.portal.url, otklik.example.com",
    "otklik.sso.roles, ",
    "otklik.sso.roles, admins",
    "otklik.sso.roles, =ANALYST",
    "otklik.sso.roles, admins=ADMIN",
    "otklik.sso.clients, acme",
    "otklik.sso.scopes, profile email"
  })
  void whatIsMissingOrWrongIsNamed(String property, String value) {
    complete();
    System.setProperty("otklik.sso.role-claim", "groups");
    System.setProperty("otklik.sso.roles", "admins=ADMINISTRATOR");
    System.setProperty("otklik.sso.client-claim", "brands");
    System.setProperty(property, value == null ? "" : value);
    IllegalStateException wrong =
        assertThrows(IllegalStateException.class, SingleSignOnSettings::fromSystemProperties);
    assertTrue(wrong.getMessage().contains(property), wrong.getMessage());
  }

  private static void complete() {
    System.setProperty("otklik.portal.url", "https://otklik.example.com/portal/");
    System.setProperty("otklik.sso.issuer", "https://id.example.com/realms/acme");
    System.setProperty("otklik.sso.client-id", "otklik");
    System.setProperty("otklik.sso.client-secret", "given");
  }
}
