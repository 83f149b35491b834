package org.otklik.report.wording;

import java.math.RoundingMode;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.otklik.annotation.MarkLane;
import org.otklik.curve.MomentKind;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.EmotionGroup;
import org.otklik.emotion.FaceMovement;
import org.otklik.emotion.Polarity;
import org.otklik.metric.ExclusionReason;
import org.otklik.metric.ResponseType;
import org.otklik.terms.CallBundle;
import org.otklik.terms.PluralForm;
import org.otklik.terms.TermBundle;
import org.otklik.timeline.BaselineMethod;

/**
 * Everything the report says, in one locale. Languages without a bundle get English words, with
 * numbers and dates still in the locale's form. What is missing or no number reads as a dash.
 */
public final class ReportWording {

  /** Stands wherever a figure is missing. */
  public static final String ABSENT = "—";

  /** Under which terms the constants of an enumeration stand. */
  private static final Map<Class<?>, String> KINDS =
      Map.of(
          Emotion.class, "emotion",
          EmotionGroup.class, "group",
          FaceMovement.class, "movement",
          ResponseType.class, "response",
          ExclusionReason.class, "exclusion",
          MarkLane.class, "lane",
          MomentKind.class, "moment",
          BaselineMethod.class, "baseline");

  private static final char MINUS = '\u2212';
  private static final char NO_BREAK_SPACE = '\u00a0';

  private final Locale locale;
  private final ResourceBundle bundle;

  private ReportWording(Locale locale, ResourceBundle bundle) {
    this.locale = locale;
    this.bundle = bundle;
  }

  public static ReportWording in(Locale locale) {
    return new ReportWording(
        locale,
        TermBundle.of(ReportWording.class.getName(), locale, ReportWording.class.getClassLoader()));
  }

  /** The same in the words of a campaign of calls. */
  public ReportWording ofCalls() {
    return new ReportWording(locale, new CallBundle(bundle));
  }

  public Locale locale() {
    return locale;
  }

  /** For the templates. */
  public ResourceBundle bundle() {
    return bundle;
  }

  /** The words' own locale: English where the report's has no bundle. */
  public Locale language() {
    return bundle.getLocale().getLanguage().isEmpty() ? Locale.ENGLISH : bundle.getLocale();
  }

  public boolean has(String key) {
    return bundle.containsKey(key);
  }

  /** A sentence; the arguments are put in as they are. */
  public String text(String key, Object... arguments) {
    String pattern = bundle.getString(key);
    return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
  }

  /** The term for a constant; grades of quality, A to D, are called as they are. */
  public String name(Enum<?> constant) {
    String kind = KINDS.get(constant.getDeclaringClass());
    return kind == null ? constant.name() : bundle.getString(kind + "." + constant.name());
  }

  /**
   * What a part of a table is called: by words of its own, or else by the term for what it holds.
   *
   * @param prefix of its key, with the dot
   */
  public Optional<String> title(String prefix, String key) {
    return Stream.of(prefix + key, "figure." + key, "thing." + key.toUpperCase(Locale.ROOT))
        .filter(this::has)
        .findFirst()
        .map(bundle::getString);
  }

  /** Which emotions count as what. */
  public String grouping(Polarity polarity) {
    return Arrays.stream(EmotionGroup.values())
        .map(group -> name(group) + ": " + names(polarity.emotionsOf(group)))
        .collect(Collectors.joining("; "));
  }

  private String names(List<Emotion> emotions) {
    return emotions.isEmpty()
        ? ABSENT
        : emotions.stream()
            .map(emotion -> name(emotion).toLowerCase(locale))
            .collect(Collectors.joining(", "));
  }

  /** A number with its noun in the right form, such as “5 контактов”. */
  public String count(String noun, long number) {
    PluralForm form = PluralForm.of(number, language());
    return text(noun + "." + form.suffix(), integer(number));
  }

  public String integer(long number) {
    return NumberFormat.getIntegerInstance(locale).format(number).replace('-', MINUS);
  }

  /** With at most so many digits after the separator. */
  public String decimal(double number, int digits) {
    return decimal(number, 0, digits);
  }

  public String decimal(double number, int leastDigits, int digits) {
    if (!Double.isFinite(number)) {
      return ABSENT;
    }
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(leastDigits);
    format.setMaximumFractionDigits(digits);
    String text = format.format(number).replace('-', MINUS);
    return text.matches("\u2212[0.,]*") ? text.substring(1) : text;
  }

  /** Whole, with its sign: +40, 0, −12. */
  public String signed(double number) {
    if (!Double.isFinite(number)) {
      return ABSENT;
    }
    long whole = Math.round(number);
    return (whole > 0 ? "+" : "") + integer(whole);
  }

  /** With its sign and so many digits after the separator. */
  public String signed(double number, int digits) {
    String text = decimal(number, digits, digits);
    return number > 0 && !text.equals(decimal(0, digits, digits)) ? "+" + text : text;
  }

  /** The two ends of a 95% confidence interval around a figure in points. */
  public String interval(double low, double high) {
    return text("interval", signed(low), signed(high));
  }

  /** A probability of an outcome by chance; a very small one as “below 0.001”. */
  public String probability(double p) {
    return p < 0.001 ? text("probability.below", decimal(0.001, 3)) : decimal(p, 3, 3);
  }

  /** “p = 0.012”, or “p < 0.001”. */
  public String equation(String name, double p) {
    String value = probability(p);
    return name + (Character.isDigit(value.charAt(0)) ? " = " : " ") + value;
  }

  /**
   * @param share 0..1, or null
   */
  public String percent(Double share) {
    if (share == null || !Double.isFinite(share)) {
      return ABSENT;
    }
    NumberFormat percent = NumberFormat.getPercentInstance(locale);
    percent.setRoundingMode(RoundingMode.HALF_UP); // as on the pages: 12.5% is 13%
    return percent.format(share).replace('-', MINUS);
  }

  /** A difference of shares in percentage points, with its sign. */
  public String points(double difference) {
    return text("points", signed(100 * difference));
  }

  /** Minutes and seconds since the creative began. */
  public String clock(int second) {
    String sign = second < 0 ? String.valueOf(MINUS) : "";
    int seconds = Math.abs(second);
    return String.format(Locale.ROOT, "%s%d:%02d", sign, seconds / 60, seconds % 60);
  }

  public String duration(int durationMs) {
    return text("seconds", decimal(durationMs / 1000.0, 1).replace(' ', NO_BREAK_SPACE));
  }

  public String date(Instant instant, ZoneId zone) {
    return instant == null
        ? ABSENT
        : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .withLocale(locale)
            .format(instant.atZone(zone));
  }

  public String time(Instant instant, ZoneId zone) {
    return instant == null
        ? ABSENT
        : DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
            .withLocale(locale)
            .format(instant.atZone(zone));
  }
}
