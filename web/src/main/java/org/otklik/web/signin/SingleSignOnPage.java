package org.otklik.web.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.otklik.settings.SingleSignOnSettings;
import org.otklik.web.portal.Language;
import org.otklik.web.portal.Wording;
import org.otklik.web.session.LocalAddress;
import org.otklik.web.session.RequestPaths;

/** What pages say of the sign-in by the provider. */
@Named("sso")
@RequestScoped
public class SingleSignOnPage {
  @Inject private SingleSignOnSettings settings;
  @Inject private Language language;
  @Inject private Wording wording;

  public boolean isSetUp() {
    return settings.isSetUp();
  }

  public boolean isGivingRoles() {
    return settings.roles() != null;
  }

  public boolean isGivingClients() {
    return settings.clients() != null;
  }

  /** What people call the provider. */
  public String getName() {
    String name = settings.isSetUp() ? settings.name(language.getLocale()) : null;
    return name == null ? wording.of("sso.company") : name;
  }

  /**
   * Where the button leads.
   *
   * @param to the page that was wanted; null for the home page
   */
  public String address(String to) {
    return RequestPaths.SSO_BEGIN
        + "?to="
        + URLEncoder.encode(LocalAddress.orHome(to), StandardCharsets.UTF_8);
  }

  /**
   * What went wrong, and what to do.
   *
   * @param problem as the address names it; whatever else stands there is not told
   */
  public String problem(String problem) {
    return Arrays.stream(SingleSignOnProblem.values())
        .filter(each -> each.name().equals(problem))
        .findFirst()
        .map(each -> wording.of("sso." + each, (Object) getName()))
        .orElse(null);
  }
}
