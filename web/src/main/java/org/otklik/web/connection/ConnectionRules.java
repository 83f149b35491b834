package org.otklik.web.connection;

import org.otklik.settings.PortalSettings;

/**
 * The settings as {@link ConnectionHandler} needs them. The handler is made before there are beans
 * that read settings, so it gets them a moment later.
 */
final class ConnectionRules {
  private volatile Applied applied;

  private record Applied(
      TrustedProxies proxies, PortalSettings.ProxyHeaders headers, KnownHosts hosts) {}

  void apply(PortalSettings portal) {
    applied =
        new Applied(
            TrustedProxies.of(portal.proxies()),
            portal.proxyHeaders(),
            new KnownHosts(portal.url()));
  }

  /** False while the application starts. */
  boolean areApplied() {
    return applied != null;
  }

  TrustedProxies proxies() {
    return applied.proxies;
  }

  PortalSettings.ProxyHeaders proxyHeaders() {
    return applied.headers;
  }

  KnownHosts hosts() {
    return applied.hosts;
  }
}
