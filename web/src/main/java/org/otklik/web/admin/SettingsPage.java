package org.otklik.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import org.otklik.settings.ServerSettingsProducer;
import org.otklik.settings.Setting;
import org.otklik.settings.SettingGroup;
import org.otklik.web.portal.Language;
import org.otklik.web.portal.Wording;
import org.otklik.web.session.CurrentActor;

/** {@code admin-settings.xhtml}: all settings of the server as they hold; secrets stay hidden. */
@Named
@RequestScoped
public class SettingsPage {
  @Inject private ServerSettingsProducer settings;
  @Inject private CurrentActor me;
  @Inject private Language language;
  @Inject private Wording wording;

  /** Settings that belong together. */
  public record Group(String title, List<Line> lines) {}

  /**
   * A setting.
   *
   * @param property the system property that sets it
   * @param meaning in the reader's language
   * @param value as it holds now
   */
  public record Line(String property, String meaning, String value) {}

  public List<Group> getGroups() {
    me.administrator();
    Locale locale = language.getLocale();
    return List.of(SettingGroup.values()).stream()
        .map(
            group ->
                new Group(
                    group.title(locale),
                    group.settings().stream().map(setting -> line(setting, locale)).toList()))
        .toList();
  }

  private Line line(Setting setting, Locale locale) {
    return new Line(
        setting.name(),
        setting.meaning(locale),
        settings.shown(setting).orElseGet(() -> wording.of("settings.none")));
  }
}
