package org.otklik.web.connection;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Names under which the portal may be asked for. Addresses in its answers repeat the name that a
 * request gives, so a name of somebody else's must not get any.
 */
final class KnownHosts {
  private final Set<String> names = new HashSet<>(Set.of("localhost"));
  private final boolean isAnyAddressKnown;

  /**
   * @param portal the portal's address; null: the machine's own names and any numeric address
   */
  KnownHosts(String portal) {
    isAnyAddressKnown = portal == null;
    if (portal == null) {
      addOwnNames();
    } else {
      names.add(URI.create(portal).getHost().toLowerCase(Locale.ROOT));
    }
  }

  private void addOwnNames() {
    try {
      InetAddress own = InetAddress.getLocalHost();
      names.add(own.getHostName().toLowerCase(Locale.ROOT));
      names.add(own.getCanonicalHostName().toLowerCase(Locale.ROOT));
    } catch (UnknownHostException e) {
      // A machine without a name is asked for by its address.
      System.getLogger(KnownHosts.class.getName())
          .log(System.Logger.Level.DEBUG, "This machine has no name: {0}", e.toString());
    }
  }

  /**
   * @param host without a port; IPv6 addresses with or without brackets
   * @param local the address at which the request arrived
   */
  boolean know(String host, InetAddress local) {
    String plain = host.replaceAll("^\\[(.*)]$", "$1").toLowerCase(Locale.ROOT);
    return names.contains(plain)
        || TrustedProxies.address(plain)
            .filter(
                address ->
                    isAnyAddressKnown || address.isLoopbackAddress() || address.equals(local))
            .isPresent();
  }
}
