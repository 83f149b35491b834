package org.otklik.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/** Time zones to choose from, by the names people look for. */
@Named("timeZones")
@RequestScoped
public class TimeZones {
  /** Zones of places; others, such as EST5EDT, are kept by Java for old programs. */
  private static final String OF_PLACES =
      "(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+|UTC";

  private static final List<String> IDS =
      ZoneId.getAvailableZoneIds().stream().filter(id -> id.matches(OF_PLACES)).sorted().toList();

  @Inject private Language language;

  public List<String> getIds() {
    return IDS;
  }

  /** “UTC+03:00, Moscow Time”. */
  public String label(String id) {
    return label(ZoneId.of(id), language.getLocale(), Instant.now());
  }

  static String label(ZoneId zone, Locale locale, Instant now) {
    ZoneOffset offset = zone.getRules().getOffset(now);
    String hours = offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId();
    return "UTC" + hours + ", " + zone.getDisplayName(TextStyle.FULL, locale);
  }
}
