package org.otklik.web.user;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.otklik.access.AccessService;
import org.otklik.access.PreferencesRequest;
import org.otklik.identity.Actor;
import org.otklik.web.portal.FormProblems;
import org.otklik.web.portal.Language;
import org.otklik.web.portal.PageRedirect;
import org.otklik.web.session.CurrentActor;

/** {@code profile.xhtml}: in which language and time zone one is spoken to. */
@Named
@RequestScoped
public class ProfilePage {
  @Inject private AccessService access;
  @Inject private CurrentActor me;
  @Inject private FormProblems problems;
  @Inject private Language language;

  private String locale;
  private String timeZone;

  /** Begins with what is chosen by now. */
  public void open() {
    Actor actor = me.get();
    locale = language.getTag();
    timeZone = actor.zone() == null ? null : actor.zone().getId();
  }

  /** The choice holds in this browser, too, whatever was chosen in it before. */
  public void save() {
    boolean isSaved =
        problems.told(
            "profile.field",
            () -> access.prefer(me.get(), new PreferencesRequest(locale, timeZone)));
    if (isSaved) {
      PageRedirect.to("/profile.xhtml?lang=" + locale + "&saved=1");
    }
  }

  public String getLocale() {
    return locale;
  }

  public void setLocale(String locale) {
    this.locale = locale;
  }

  public String getTimeZone() {
    return timeZone;
  }

  public void setTimeZone(String timeZone) {
    this.timeZone = timeZone;
  }
}
