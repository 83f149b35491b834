package org.otklik.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** All settings of the server, in the order in which they are shown. */
public enum SettingGroup {
  INSTALLATION(InstallationSettings.class),
  SERVER(ServerSettings.class),
  OBJECT_STORE(ObjectStoreSettings.class),
  JOBS(JobSettings.class),
  DATABASE(DatabaseSettings.class),
  PORTAL(PortalSettings.class),
  SESSIONS(SessionSettings.class),
  FIRST_USER(FirstUserSettings.class),
  SET_UP(SetUpSettings.class),
  MAIL(MailSettings.class),
  SINGLE_SIGN_ON(SingleSignOnSettings.class),
  MONITORING(MonitoringSettings.class);

  private final Class<? extends Record> type;

  SettingGroup(Class<? extends Record> type) {
    this.type = type;
  }

  public String title(Locale locale) {
    return Setting.text("group." + name(), locale);
  }

  /** One that two groups read belongs to the first of them. */
  public List<Setting> settings() {
    List<Setting> settings = new ArrayList<>(of(type));
    for (SettingGroup earlier : values()) {
      if (earlier.ordinal() < ordinal()) {
        settings.removeIf(
            one -> of(earlier.type).stream().anyMatch(known -> known.name().equals(one.name())));
      }
    }
    return settings;
  }

  static List<Setting> of(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents()).map(Setting::new).toList();
  }
}
