package org.otklik.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** In which of the two languages somebody is answered. */
public final class ProblemLanguage {
  public static final Locale RUSSIAN = Locale.forLanguageTag("ru");

  private ProblemLanguage() {}

  /** By the header Accept-Language; English without one. */
  public static Locale of(HttpServletRequest request) {
    return request.getHeader("Accept-Language") == null
        ? Locale.ENGLISH
        : best(Collections.list(request.getLocales()));
  }

  /** The first of the wished languages that we have, else English. */
  static Locale best(List<Locale> wished) {
    return wished.stream()
        .map(Locale::getLanguage)
        .filter(language -> language.equals("ru") || language.equals("en"))
        .findFirst()
        .map(Locale::forLanguageTag)
        .orElse(Locale.ENGLISH);
  }
}
