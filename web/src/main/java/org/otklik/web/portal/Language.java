package org.otklik.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.otklik.access.Actor;
import org.otklik.web.access.CurrentActor;
import org.otklik.web.problem.ProblemLanguage;

/**
 * The language of the pages: as chosen in this browser, else the user's own, else the browser's.
 */
@Named
@RequestScoped
public class Language {
  static final String COOKIE = "otklik-language";

  @Inject private HttpServletRequest request;
  @Inject private CurrentActor me;

  public Locale getLocale() {
    return chosen(request)
        .or(() -> me.find().map(Actor::locale))
        .orElseGet(() -> ProblemLanguage.of(request));
  }

  public String getTag() {
    return getLocale().getLanguage();
  }

  public boolean isRussian() {
    return getTag().equals("ru");
  }

  static Optional<Locale> chosen(HttpServletRequest request) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals(COOKIE))
        .map(Cookie::getValue)
        .filter(Language::isOurs)
        .findFirst()
        .map(Locale::forLanguageTag);
  }

  static boolean isOurs(String tag) {
    return "en".equals(tag) || "ru".equals(tag);
  }
}
