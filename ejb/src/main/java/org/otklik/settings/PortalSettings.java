package org.otklik.settings;

import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Under which address the portal is found, and what stands before it.
 *
 * @param url null: by the machine's own names and addresses
 * @param https whether the session's cookie is sent over HTTPS only; null: as the address says
 * @param proxies addresses and networks whose word is taken for whom they forward; null: none
 * @param proxyHeaders in which headers they say it
 * @param embedOrigins whose pages may show a shared creative within them; null: nobody's
 */
public record PortalSettings(
    @ConfigProperty(name = "otklik.portal.url")
        @Pattern(regexp = PortalAddress.REGEXP, message = PortalAddress.FORM)
        String url,
    @ConfigProperty(name = "otklik.portal.https") Boolean https,
    @ConfigProperty(name = "otklik.proxy.addresses")
        @Pattern(
            regexp = "[0-9A-Fa-f:./,\\s]+",
            message = "addresses and networks such as 10.0.0.7, 192.168.0.0/16")
        String proxies,
    @ConfigProperty(name = "otklik.proxy.headers", defaultValue = "X_FORWARDED")
        ProxyHeaders proxyHeaders,
    @ConfigProperty(name = "otklik.portal.embed-origins")
        @Pattern(
            regexp = ORIGIN + "(,\\s*" + ORIGIN + ")*",
            message = "origins such as https://intranet.example.com, https://*.example.org:8443")
        String embedOrigins) {
  private static final String ORIGIN = "https?://(\\*\\.)?[A-Za-z0-9.-]+(:\\d{1,5})?";

  /** The headers of a proxy. */
  public enum ProxyHeaders {
    /** X-Forwarded-For, -Proto and -Host. */
    X_FORWARDED,
    /** Forwarded (RFC 7239). */
    FORWARDED
  }

  public PortalSettings {
    url = PortalAddress.withoutSlash(url);
  }

  /** Whether people reach the portal over HTTPS. */
  public boolean isHttps() {
    return https == null ? url != null && url.startsWith("https:") : https;
  }
}
