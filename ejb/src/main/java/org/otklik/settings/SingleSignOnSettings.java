package org.otklik.settings;

import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sign-in by an OpenID provider.
 *
 * @param issuer the provider; null: no single sign-on. Over plain HTTP anybody on the way could say
 *     who somebody is; on one machine nobody is on the way
 * @param clientId what the provider calls this portal
 * @param portal where browsers find the portal, without a slash at its end: the address that the
 *     provider leads back to never comes from a request
 * @param name what people call the provider; null: nothing in particular
 * @param russianName the same in Russian; null: the same
 * @param scope asked of the provider, divided by spaces
 * @param roleClaim whose values give the role; null: administrators do
 * @param roleValues the roles that its values give
 * @param clientClaim whose values give the clients; null: administrators do
 * @param clientValues the codes of clients that its values mean; null: they are such codes
 */
public record SingleSignOnSettings(
    @ConfigProperty(name = "otklik.sso.issuer")
        @Pattern(
            regexp =
                "https://[^\\s?#]+|http://(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?(/[^\\s?#]*)?",
            message = "like https://host/")
        String issuer,
    @ConfigProperty(name = "otklik.sso.client-id") @NeededWith("otklik.sso.issuer") String clientId,
    @ConfigProperty(name = "otklik.sso.client-secret") @Secret @NeededWith("otklik.sso.issuer")
        String clientSecret,
    @ConfigProperty(name = "otklik.portal.url")
        @NeededWith("otklik.sso.issuer")
        @Pattern(regexp = PortalAddress.REGEXP, message = PortalAddress.FORM)
        String portal,
    @ConfigProperty(name = "otklik.sso.name") String name,
    @ConfigProperty(name = "otklik.sso.name-ru") String russianName,
    @ConfigProperty(name = "otklik.sso.scopes", defaultValue = "openid profile email")
        @Pattern(
            regexp = "(.*\\s)?openid(\\s.*)?",
            message = "scopes divided by spaces, openid among them")
        String scope,
    @ConfigProperty(name = "otklik.sso.role-claim") String roleClaim,
    @ConfigProperty(name = "otklik.sso.roles") @NeededWith("otklik.sso.role-claim") @RoleNames
        ClaimValues roleValues,
    @ConfigProperty(name = "otklik.sso.client-claim") String clientClaim,
    @ConfigProperty(name = "otklik.sso.clients") ClaimValues clientValues) {

  /**
   * A claim of the provider and what its values mean here.
   *
   * @param claim its name, or the way to it: {@code realm_access.roles}
   * @param meanings by value; empty: the values mean themselves
   */
  public record ClaimMapping(String claim, Map<String, String> meanings) {}

  public SingleSignOnSettings {
    portal = PortalAddress.withoutSlash(portal);
    russianName = russianName == null ? name : russianName;
  }

  public boolean isSetUp() {
    return issuer != null;
  }

  /** What the provider is asked for. */
  public List<String> scopes() {
    return List.of(scope.split("\\s+"));
  }

  /** Which claim gives the role; null: administrators do. */
  public ClaimMapping roles() {
    return mapping(roleClaim, roleValues);
  }

  /** Which claim gives the clients; null: administrators do. */
  public ClaimMapping clients() {
    return mapping(clientClaim, clientValues);
  }

  private static ClaimMapping mapping(String claim, ClaimValues values) {
    ClaimValues meant = values == null ? ClaimValues.THEMSELVES : values;
    return claim == null ? null : new ClaimMapping(claim, meant.meanings());
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
