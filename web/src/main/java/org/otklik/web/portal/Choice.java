package org.otklik.web.portal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What can be chosen for this browser by a link on any page, and is remembered in a cookie. */
enum Choice {
  LANGUAGE("lang", "otklik-language", Set.of("en", "ru")),
  COLOURS("colours", "otklik-colours", Set.of("system", "light", "dark"));

  /** Of the address: {@code ?lang=ru}. */
  final String parameter;

  final String cookie;
  private final Set<String> values;

  Choice(String parameter, String cookie, Set<String> values) {
    this.parameter = parameter;
    this.cookie = cookie;
    this.values = values;
  }

  boolean offers(String value) {
    return value != null && values.contains(value);
  }

  /** What this browser's user chose. */
  Optional<String> in(HttpServletRequest request) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Arrays::stream)
        .filter(sent -> sent.getName().equals(cookie))
        .map(Cookie::getValue)
        .filter(this::offers)
        .findFirst();
  }
}
