package org.otklik.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SingleSignOnSettingsTest {
  @TempDir private Path folder;

  private final Map<String, String> properties = new HashMap<>();

  @Test
  void withoutAnIssuerItIsOffAndNothingElseIsAskedFor() {
    assertFalse(read().isSetUp());
  }

  @Test
  void leadsBackToThePortalAsConfigured() {
    complete();
    SingleSignOnSettings settings = read();
    assertEquals("https://otklik.example.com/portal/sso/callback", settings.callback().toString());
    assertEquals(List.of("openid", "profile", "email"), settings.scopes());
    assertNull(settings.roles());
    assertNull(settings.name(Locale.ENGLISH));
  }

  @Test
  void secretComesFromAFileAndIsNotPrinted() throws IOException {
    complete();
    Path file = Files.writeString(folder.resolve("secret"), "s3cret\n");
    properties.put("otklik.sso.client-secret-file", file.toString());
    SingleSignOnSettings settings = read();
    assertEquals("s3cret", settings.clientSecret());
    assertFalse(settings.toString().contains("s3cret"), settings.toString());
  }

  @Test
  void namesOfGroupsMayHaveSignsOfTheirOwn() {
    complete();
    properties.put("otklik.sso.role-claim", "groups");
    properties.put(
        "otklik.sso.roles", "cn=admins,ou=otklik=ADMINISTRATOR; Marketing Team = ANALYST;");
    assertEquals(
        Map.of("cn=admins,ou=otklik", "ADMINISTRATOR", "Marketing Team", "ANALYST"),
        read().roles().meanings());
  }

  @Test
  void russianNameIsTheSameUnlessToldOtherwise() {
    complete();
    properties.put("otklik.sso.name", "Acme ID");
    Locale russian = Locale.forLanguageTag("ru");
    assertEquals("Acme ID", read().name(russian));
    properties.put("otklik.sso.name-ru", "Акме");
    assertEquals("Акме", read().name(russian));
    assertEquals("Acme ID", read().name(Locale.ENGLISH));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:8080/realms/x", "http://127.0.0.1:9", "http://[::1]:9"})
  void providerOnTheSameMachineNeedsNoTls(String issuer) {
    complete();
    properties.put("otklik.sso.issuer", issuer);
    assertTrue(read().isSetUp());
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
    properties.put("otklik.sso.role-claim", "groups");
    properties.put("otklik.sso.roles", "admins=ADMINISTRATOR");
    properties.put("otklik.sso.client-claim", "brands");
    properties.put(property, value == null ? "" : value);
    IllegalStateException wrong = assertThrows(IllegalStateException.class, this::read);
    assertTrue(wrong.getMessage().contains(property), wrong.getMessage());
  }

  private SingleSignOnSettings read() {
    return SettingsFixture.read(SingleSignOnSettings.class, properties);
  }

  private void complete() {
    properties.put("otklik.portal.url", "https://otklik.example.com/portal/");
    properties.put("otklik.sso.issuer", "https://id.example.com/realms/acme");
    properties.put("otklik.sso.client-id", "otklik");
    properties.put("otklik.sso.client-secret", "given");
  }
}
