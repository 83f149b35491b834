package org.otklik.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Numbers and times as the user's language writes them. */
@Named("figures")
@RequestScoped
public class Figures {
  private static final String NARROW_SPACE = "\u202f";
  private static final String DASH = "–";

  @Inject private Language language;
  @Inject private BrowserZone browserZone;

  /** An index of −100..100 with its sign, or a dash. */
  public String index(Double value) {
    return value == null ? DASH : index(value, language.getLocale());
  }

  static String index(double value, Locale locale) {
    long whole = Math.round(value);
    String sign = whole > 0 ? "+" : whole < 0 ? "−" : "";
    return sign + String.format(locale, "%d", Math.abs(whole));
  }

  /** A share of 0..1 in per cent, or a dash. */
  public String share(Double value) {
    return value == null ? DASH : share(value, language.getLocale());
  }

  static String share(double value, Locale locale) {
    String number = String.format(locale, "%d", Math.round(value * 100));
    return locale.getLanguage().equals("ru") ? number + NARROW_SPACE + "%" : number + "%";
  }

  /** With two places, for K. */
  public String weight(double value) {
    return String.format(language.getLocale(), "%.2f", value).replaceFirst("0$", "");
  }

  /** With its sign and two places, or a dash. */
  public String signed(Double value) {
    if (value == null) {
      return DASH;
    }
    String number = String.format(language.getLocale(), "%.2f", Math.abs(value));
    boolean isZero = Math.abs(value) < 0.005;
    return (isZero ? "" : value > 0 ? "+" : "−") + number;
  }

  /** A p-value, to three places where it is small. */
  public String probability(double p) {
    return p < 0.001
        ? "< " + String.format(language.getLocale(), "%.3f", 0.001)
        : String.format(language.getLocale(), p < 0.1 ? "%.3f" : "%.2f", p);
  }

  /** Seconds with one place. */
  public String seconds(double value) {
    return String.format(language.getLocale(), "%.1f", value);
  }

  /** A file's size in units of 1,000 bytes, or a dash. */
  public String size(Long bytes) {
    return bytes == null ? DASH : size(bytes, language.getLocale());
  }

  static String size(long bytes, Locale locale) {
    boolean russian = locale.getLanguage().equals("ru");
    return bytes < 1_000_000
        ? String.format(locale, "%.0f %s", Math.ceil(bytes / 1e3), russian ? "КБ" : "kB")
        : String.format(locale, "%.1f %s", bytes / 1e6, russian ? "МБ" : "MB");
  }

  /** A time within a video: 1:05. */
  public String mediaTime(int seconds) {
    return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
  }

  /** Date and time in the user's zone, which is named where it is nobody's own. */
  public String instant(Instant instant) {
    return instant == null ? DASH : instant(instant, browserZone.zone(), dates());
  }

  static String instant(Instant instant, ZoneId zone, Locale locale) {
    String local =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(locale)
            .withZone(zone)
            .format(instant);
    return zone.normalized().equals(ZoneOffset.UTC) ? local + " UTC" : local;
  }

  /** Day of the week, date and time in a zone that is told elsewhere; a dash without a time. */
  public String local(Instant instant, ZoneId zone) {
    return instant == null
        ? DASH
        : DateTimeFormatter.ofPattern("EEE, d MMM uuuu, HH:mm", dates())
            .withZone(zone)
            .format(instant);
  }

  public String date(Instant instant) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
        .withLocale(dates())
        .withZone(browserZone.zone())
        .format(instant);
  }

  /** Day before month and 24 hours in English too: the readers are not in one country. */
  private Locale dates() {
    return language.isRussian() ? language.getLocale() : Locale.UK;
  }
}
