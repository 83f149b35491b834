package org.otklik.settings;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Sign-in by an OpenID provider, read from system properties ({@code otklik.sso.…}).
 *
 * @param issuer the provider; {@code otklik.sso.issuer}, null: no single sign-on
 * @param clientId what the provider calls this portal; {@code otklik.sso.client-id}
 * @param clientSecret {@code otklik.sso.client-secret}, the environment variable {@code
 *     OTKLIK_SSO_CLIENT_SECRET}, or the content of the file {@code otklik.sso.client-secret-file}
 * @param portal where browsers find the portal; {@code otklik.portal.url}, without a slash at its
 *     end: the address that the provider leads back to never comes from a request
 * @param name what people call the provider; {@code otklik.sso.name}, null: nothing in particular
 * @param russianName the same in Russian; {@code otklik.sso.name-ru}, by default the same
 * @param scopes asked of the provider; {@code otklik.sso.scopes}, default {@code openid profile
 *     email}
 * @param roles which claim gives the role; {@code otklik.sso.role-claim} and {@code
 *     otklik.sso.roles}, null: administrators do
 * @param clients which claim gives the clients; {@code otklik.sso.client-claim} and {@code
 *     otklik.sso.clients}, null: administrators do
 */
public record SingleSignOnSettings(
    String issuer,
    String clientId,
    String clientSecret,
    String portal,
    String name,
    String russianName,
    List<String> scopes,
    ClaimMapping roles,
    ClaimMapping clients) {
  private static final String ROLE = "ADMINISTRATOR|ANALYST|READER";

  /**
   * A claim of the provider and what its values mean here.
   *
   * @param claim its name, or the way to it: {@code realm_access.roles}
   * @param meanings by value; empty: the values mean themselves
   */
  public record ClaimMapping(String claim, Map<String, String> meanings) {}

  /**
   * @throws IllegalStateException naming the property that is missing or wrong
   */
  public static SingleSignOnSettings fromSystemProperties() {
    String issuer = readIssuer();
    if (issuer == null) {
      return new SingleSignOnSettings(null, null, null, null, null, null, List.of(), null, null);
    }
    String name = Property.text("otklik.sso.name");
    return new SingleSignOnSettings(
        issuer,
        Property.required("otklik.sso.client-id"),
        Property.secret("otklik.sso.client-secret", "OTKLIK_SSO_CLIENT_SECRET"),
        Property.portal(),
        name,
        Property.text("otklik.sso.name-ru", name),
        readScopes(),
        readRoles(),
        readClients());
  }

  /** Over plain HTTP anybody on the way could say who somebody is; on one machine nobody is. */
  private static String readIssuer() {
    String text = Property.text("otklik.sso.issuer");
    if (text == null) {
      return null;
    }
    boolean safe = text.matches("https://[^\\s?#]+");
    boolean here = text.matches("http://(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?(/[^\\s?#]*)?");
    if (!safe && !here) {
      throw new IllegalStateException("otklik.sso.issuer must look like https://host/: " + text);
    }
    return text;
  }

  private static List<String> readScopes() {
    String text = Property.text("otklik.sso.scopes", "openid profile email");
    List<String> scopes = List.of(text.split("\\s+"));
    if (!scopes.contains("openid")) {
      throw new IllegalStateException("otklik.sso.scopes must have openid among them: " + text);
    }
    return scopes;
  }

  private static ClaimMapping readRoles() {
    String claim = Property.text("otklik.sso.role-claim");
    if (claim == null) {
      return null;
    }
    Map<String, String> roles = meanings("otklik.sso.roles", Property.required("otklik.sso.roles"));
    for (String role : roles.values()) {
      if (!role.matches(ROLE)) {
        throw new IllegalStateException(
            "otklik.sso.roles must name roles (" + ROLE + ") behind its signs =: " + role);
      }
    }
    return new ClaimMapping(claim, roles);
  }

  private static ClaimMapping readClients() {
    String claim = Property.text("otklik.sso.client-claim");
    return claim == null
        ? null
        : new ClaimMapping(
            claim, meanings("otklik.sso.clients", Property.text("otklik.sso.clients", "")));
  }

  /** {@code value=meaning; …}; the last sign = counts, since names of groups may have some. */
  private static Map<String, String> meanings(String property, String text) {
    Map<String, String> meanings = new LinkedHashMap<>();
    for (String pair : text.isEmpty() ? new String[0] : text.split(";")) {
      int sign = pair.lastIndexOf('=');
      if (sign < 1) {
        throw new IllegalStateException(property + " must look like value=meaning; …: " + pair);
      }
      meanings.put(pair.substring(0, sign).strip(), pair.substring(sign + 1).strip());
    }
    return meanings;
  }

  public boolean isSetUp() {
    return issuer != null;
  }

  /** Where the provider leads back to, with its answer. */
  public URI callback() {
    return URI.create(portal + "/sso/callback");
  }

  /** Where the provider leads back to after a sign-out. */
  public URI signedOut() {
    return URI.create(portal + "/login.xhtml?out=1");
  }

  /**
   * What people call the provider; null for nothing in particular.
   *
   * @param locale of the reader
   */
  public String name(Locale locale) {
    return locale.getLanguage().equals("ru") ? russianName : name;
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "SingleSignOnSettings[" + issuer + " as " + clientId + "]";
  }
}
