package org.otklik.web.session;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** User name and password of an {@code Authorization: Basic} header (RFC 7617, UTF-8). */
public record BasicCredentials(String login, String password) {
  private static final String SCHEME = "Basic ";

  /** Empty when the header is missing, of another scheme or malformed. */
  public static Optional<BasicCredentials> of(String header) {
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
      String both = new String(decoded, StandardCharsets.UTF_8);
      int colon = both.indexOf(':');
      return colon < 0
          ? Optional.empty()
          : Optional.of(new BasicCredentials(both.substring(0, colon), both.substring(colon + 1)));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // no Base64: as good as no credentials
    }
  }

  @Override
  public String toString() {
    return "BasicCredentials[" + login + "]"; // never the password
  }
}
