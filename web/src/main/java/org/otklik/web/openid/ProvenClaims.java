package org.otklik.web.openid;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.otklik.access.signin.ProvenIdentity;
import org.otklik.mail.MailAddress;
import org.otklik.settings.SingleSignOnSettings;
import org.otklik.settings.SingleSignOnSettings.ClaimMapping;

/** Reads what the provider says of somebody; what the ID token says counts before the rest. */
final class ProvenClaims {
  /** "It MUST NOT exceed 255 ASCII characters in length" (OpenID Connect Core, 2). */
  private static final int MAX_SUBJECT_LENGTH = 255;

  private final Map<String, Object> idToken;
  private final Map<String, Object> userInfo;
  private final Map<String, Object> all;

  ProvenClaims(Map<String, Object> idToken, Map<String, Object> userInfo) {
    this.idToken = idToken;
    this.userInfo = userInfo;
    all = new LinkedHashMap<>(userInfo);
    all.putAll(idToken);
  }

  /**
   * @param otherwise language of somebody whose provider says none
   */
  ProvenIdentity identity(SingleSignOnSettings settings, Locale otherwise) {
    String language = text("locale");
    return new ProvenIdentity(
        settings.issuer(),
        text("sub"),
        text("preferred_username"),
        text("name"),
        verifiedEmail(),
        language == null ? otherwise : Locale.forLanguageTag(language.replace('_', '-')),
        values(settings.roles()),
        values(settings.clients()));
  }

  /** Whether its subject is one that can be stored and found again. */
  boolean hasUsableSubject() {
    String subject = text("sub");
    return subject != null
        && subject.length() <= MAX_SUBJECT_LENGTH
        && subject.chars().noneMatch(Character::isISOControl);
  }

  /** A mail and that it is verified must stand in the same answer. */
  private String verifiedEmail() {
    return Stream.of(idToken, userInfo)
        .filter(claims -> Boolean.TRUE.equals(claims.get("email_verified")))
        .map(claims -> claims.get("email"))
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .filter(MailAddress::isValid)
        .findFirst()
        .orElse(null);
  }

  private String text(String claim) {
    return all.get(claim) instanceof String text && !text.isBlank() ? text.strip() : null;
  }

  private Set<String> values(ClaimMapping mapping) {
    return mapping == null
        ? Set.of()
        : texts(found(all, mapping.claim())).collect(Collectors.toUnmodifiableSet());
  }

  /** A claim of that very name, dots and all, or the end of a way through claims within claims. */
  private static Object found(Map<?, ?> claims, String name) {
    int dot = name.indexOf('.');
    if (claims.containsKey(name) || dot < 0) {
      return claims.get(name);
    }
    return claims.get(name.substring(0, dot)) instanceof Map<?, ?> inner
        ? found(inner, name.substring(dot + 1))
        : null;
  }

  private static Stream<String> texts(Object value) {
    Collection<?> values = value instanceof Collection<?> several ? several : List.of();
    return value instanceof String single
        ? Stream.of(single)
        : values.stream().filter(Objects::nonNull).map(Object::toString);
  }
}
