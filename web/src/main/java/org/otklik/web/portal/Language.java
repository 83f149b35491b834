package org.otklik.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.otklik.identity.Actor;
import org.otklik.web.problem.ProblemLanguage;
import org.otklik.web.session.CurrentActor;

/**
 * The language of the pages: as chosen in this browser, else the user's own, else the browser's.
 */
@Named
@RequestScoped
public class Language {
  @Inject private HttpServletRequest request;
  @Inject private CurrentActor me;

  public Locale getLocale() {
    return Choice.LANGUAGE
        .in(request)
        .map(Locale::forLanguageTag)
        .or(() -> me.find().map(Actor::locale))
        .orElseGet(() -> ProblemLanguage.of(request));
  }

  public String getTag() {
    return getLocale().getLanguage();
  }

  public boolean isRussian() {
    return getTag().equals("ru");
  }
}
