package org.otklik.web.connection;

import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.otklik.settings.PortalSettings;

/**
 * What a proxy says of the request that it forwards.
 *
 * @param forwardedFor addresses in the order in which proxies added them
 * @param scheme http or https, empty when not told
 * @param host as the client asked for it, perhaps with a port; empty when not told
 */
record ForwardedHeaders(List<String> forwardedFor, Optional<String> scheme, Optional<String> host) {

  static ForwardedHeaders of(HeaderMap headers, PortalSettings.ProxyHeaders kind) {
    return kind == PortalSettings.ProxyHeaders.FORWARDED
        ? standard(headers)
        : conventional(headers);
  }

  private static ForwardedHeaders conventional(HeaderMap headers) {
    return new ForwardedHeaders(
        values(headers, Headers.X_FORWARDED_FOR_STRING),
        last(values(headers, Headers.X_FORWARDED_PROTO_STRING)).flatMap(ForwardedHeaders::scheme),
        last(values(headers, Headers.X_FORWARDED_HOST_STRING)));
  }

  /** RFC 7239: {@code Forwarded: for=1.2.3.4;proto=https;host=portal, for=…}. */
  private static ForwardedHeaders standard(HeaderMap headers) {
    List<String> chain = new ArrayList<>();
    Optional<String> scheme = Optional.empty();
    Optional<String> host = Optional.empty();
    for (String element : values(headers, Headers.FORWARDED_STRING)) {
      for (String pair : element.split(";")) {
        String[] parts = pair.strip().split("=", 2);
        String value = parts.length == 2 ? parts[1].strip().replace("\"", "") : "";
        switch (parts[0].toLowerCase(Locale.ROOT)) {
          case "for" -> chain.add(value);
          case "proto" -> scheme = scheme(value);
          case "host" -> host = Optional.of(value);
          default -> {} // by= and extensions say nothing that we need
        }
      }
    }
    return new ForwardedHeaders(chain, scheme, host);
  }

  private static Optional<String> scheme(String text) {
    return Optional.of(text).filter(known -> known.equals("http") || known.equals("https"));
  }

  private static Optional<String> last(List<String> values) {
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
  }

  private static List<String> values(HeaderMap headers, String name) {
    return headers.get(name) == null
        ? List.of()
        : headers.get(name).stream()
            .flatMap(line -> Stream.of(line.split(",")))
            .map(String::strip)
            .filter(value -> !value.isEmpty())
            .toList();
  }
}
