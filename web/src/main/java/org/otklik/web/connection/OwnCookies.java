package org.otklik.web.connection;

import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Leaves no cookies but the portal's own in a request: those of other applications of the same host
 * come, too, and one that the server cannot parse would end in an error on every page.
 */
final class OwnCookies {
  private static final String PREFIX = "otklik-";
  private static final int MAX_COOKIES = 50;

  private OwnCookies() {}

  static void keep(HeaderMap headers) {
    HeaderValues sent = headers.get(Headers.COOKIE);
    if (sent == null) {
      return;
    }
    String own = own(sent);
    headers.remove(Headers.COOKIE);
    if (!own.isEmpty()) {
      headers.put(Headers.COOKIE, own);
    }
  }

  /** The portal's own of the values of headers, as one value. */
  static String own(List<String> sent) {
    return sent.stream()
        .flatMap(value -> Arrays.stream(value.split(";")))
        .map(String::strip)
        .filter(cookie -> cookie.startsWith(PREFIX) && cookie.matches("[!-~]+"))
        .limit(MAX_COOKIES)
        .collect(Collectors.joining("; "));
  }
}
