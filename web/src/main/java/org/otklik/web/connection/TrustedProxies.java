package org.otklik.web.connection;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses whose word is taken for whom they forward. */
final class TrustedProxies {
  private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  /** A network in CIDR notation (RFC 4632, RFC 4291). */
  private record Network(byte[] address, int prefixBits) {
    boolean contains(byte[] other) {
      if (other.length != address.length) {
        return false;
      }
      for (int bit = 0; bit < prefixBits; bit++) {
        int mask = 0x80 >> bit % 8;
        if ((address[bit / 8] & mask) != (other[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }

  private final List<Network> networks = new ArrayList<>();

  /**
   * @param text addresses and networks, as 10.0.0.7, 192.168.0.0/16 or fd00::/8, by commas or
   *     blanks
   * @throws IllegalArgumentException for anything else
   */
  static TrustedProxies of(String text) {
    TrustedProxies proxies = new TrustedProxies();
    for (String one : text == null ? new String[0] : text.strip().split("[,\\s]+")) {
      if (!one.isEmpty()) {
        proxies.networks.add(network(one));
      }
    }
    return proxies;
  }

  private static Network network(String text) {
    String[] parts = text.split("/", 2);
    byte[] address =
        address(parts[0])
            .orElseThrow(() -> new IllegalArgumentException("no address or network: " + text))
            .getAddress();
    int bits = parts.length == 1 ? 8 * address.length : Integer.parseInt(parts[1]);
    if (bits < 0 || bits > 8 * address.length) {
      throw new IllegalArgumentException("no network: " + text);
    }
    return new Network(address, bits);
  }

  boolean trust(InetAddress address) {
    return networks.stream().anyMatch(network -> network.contains(address.getAddress()));
  }

  /**
   * The last of a chain that is no trusted proxy: what stands before it anybody may have written.
   *
   * @param peer who has the connection
   * @param forwardedFor addresses in the order in which proxies added them
   */
  InetAddress client(InetAddress peer, List<String> forwardedFor) {
    InetAddress client = peer;
    for (int i = forwardedFor.size() - 1; i >= 0 && trust(client); i--) {
      Optional<InetAddress> before = address(withoutPort(forwardedFor.get(i)));
      if (before.isEmpty()) {
        return client;
      }
      client = before.get();
    }
    return client;
  }

  /** As {@code 1.2.3.4:5678} or {@code [fd00::1]:5678}, which some proxies send. */
  private static String withoutPort(String text) {
    String stripped = text.strip().replace("\"", "");
    if (stripped.startsWith("[")) {
      return stripped.substring(1, Math.max(1, stripped.indexOf(']')));
    }
    return stripped.matches("[0-9.]+:\\d+") ? stripped.split(":")[0] : stripped;
  }

  /** Empty for what is no address; names are not looked up. */
  static Optional<InetAddress> address(String literal) {
    if (!LITERAL.matcher(literal).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(literal));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
