package org.otklik.web.openid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.otklik.access.signin.ProvenIdentity;
import org.otklik.settings.SingleSignOnSettings;

class ProvenClaimsTest {
  @Test
  void mailCountsOnlyWhereTheSameAnswerSaysThatItIsVerified() {
    Map<String, Object> verified = Map.of("email", "a@x.com", "email_verified", true);
    assertEquals("a@x.com", identity(verified, Map.of()).verifiedEmail());
    assertEquals("a@x.com", identity(Map.of("email", "b@x.com"), verified).verifiedEmail());
    assertNull(
        identity(Map.of("email", "b@x.com"), Map.of("email_verified", true)).verifiedEmail());
    assertNull(identity(Map.of("email", "a@x.com"), Map.of()).verifiedEmail());
    for (Object notTrue : List.of(false, "true", 1)) {
      assertNull(
          identity(Map.of("email", "a@x.com", "email_verified", notTrue), Map.of())
              .verifiedEmail());
    }
    assertNull(
        identity(Map.of("email", "a@x.com\r\nBcc: b", "email_verified", true), Map.of())
            .verifiedEmail());
  }

  @Test
  void rolesAreFoundByNameOrByTheWayToThem() {
    Map<String, Object> nested = Map.of("realm", Map.of("roles", Arrays.asList("a", null, 7)));
    assertEquals(Set.of("a", "7"), roles("realm.roles", nested));
    assertEquals(
        Set.of("a"),
        roles("https://acme.example/roles", Map.of("https://acme.example/roles", "a")));
    assertEquals(Set.of(), roles("realm.groups", nested));
    assertEquals(Set.of(), roles("realm.roles.more", nested));
    assertEquals(Set.of(), roles("realm", nested));
    assertEquals(Set.of(), roles(null, nested));
  }

  @Test
  void idTokenCountsBeforeTheUserInfo() {
    ProvenIdentity who =
        identity(Map.of("name", "Signed"), Map.of("name", "Said", "locale", "ru-RU"));
    assertEquals("Signed", who.name());
    assertEquals("ru", who.locale().getLanguage());
    assertEquals(Locale.ENGLISH, identity(Map.of(), Map.of()).locale());
  }

  @Test
  void subjectMustBeOneThatCanBeStored() {
    assertTrue(new ProvenClaims(Map.of("sub", "x".repeat(255)), Map.of()).hasUsableSubject());
    assertFalse(new ProvenClaims(Map.of("sub", "x".repeat(256)), Map.of()).hasUsableSubject());
    assertFalse(new ProvenClaims(Map.of("sub", "a\0b"), Map.of()).hasUsableSubject());
    assertFalse(new ProvenClaims(Map.of("sub", " "), Map.of()).hasUsableSubject());
  }

  private static Set<String> roles(String claim, Map<String, Object> claims) {
    return new ProvenClaims(claims, Map.of())
        .identity(settings(claim), Locale.ENGLISH)
        .roleValues();
  }

  private static ProvenIdentity identity(
      Map<String, Object> idToken, Map<String, Object> userInfo) {
    return new ProvenClaims(idToken, userInfo).identity(settings(null), Locale.ENGLISH);
  }

  private static SingleSignOnSettings settings(String roleClaim) {
    return new SingleSignOnSettings(
        "https://id.example.com",
        "otklik",
        "-",
        "-",
        null,
        null,
        "openid",
        roleClaim,
        null,
        null,
        null);
  }
}
