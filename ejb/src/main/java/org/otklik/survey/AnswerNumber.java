package org.otklik.survey;

import java.text.Normalizer;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.otklik.problem.Fields;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/** An answer on a scale, as survey tools and spreadsheets write it. */
final class AnswerNumber {
  private static final Set<String> NO_ANSWER =
      Set.of(
          "",
          "-",
          "–",
          "—",
          "−",
          "--",
          ".",
          "…",
          "na",
          "n/a",
          "#n/a",
          "n.a.",
          "nan",
          "null",
          "#null!",
          "none",
          "no answer",
          "no response",
          "not answered",
          "skipped",
          "not asked",
          "don't know",
          "don’t know",
          "н/д",
          "#н/д",
          "нд",
          "н.д.",
          "нет ответа",
          "нет данных",
          "без ответа",
          "не ответил",
          "не ответила",
          "затрудняюсь ответить",
          "пропуск",
          "пропущено",
          "не задан");

  /** What survey tools write for “no answer” and “don't know”; no scale has them. */
  private static final Set<String> CODES_OF_NO_ANSWER =
      Set.of("77", "88", "97", "98", "99", "777", "888", "997", "998", "999", "-1", "-9", "-99");

  /** 9, +9, 9.0 and 9,00. */
  private static final String NUMBER = "\\+?(\\d{1,4})(?:[.,]0+)?";

  private static final String DASH = "[-‐‑–—−:=.,)(;]";

  /** “10 - Extremely likely”, “9 (good)”, “9 баллов”: no further digits, which would be a range. */
  private static final Pattern LABEL_BEHIND =
      Pattern.compile(NUMBER + "(?:\\s*" + DASH + "|\\s)\\s*(?=[^\\d]*\\p{L})[^\\d]*");

  private static final Pattern LABEL_BEFORE =
      Pattern.compile("\\p{L}[^\\d]*(?:\\(|\\s" + DASH + "\\s|:|=)\\s*" + NUMBER + "\\s*\\)?");

  private static final Pattern BARE = Pattern.compile(NUMBER);
  private static final Pattern OF_MAXIMUM =
      Pattern.compile(NUMBER + "\\s*(?:/|из|out of|of)\\s*(\\d{1,3})");
  private static final Pattern CODE = Pattern.compile("([+-]?\\d{1,3})(?:[.,]0+)?");

  /** Of those whose spreadsheets make dates of 6/10 and 9.10. */
  private static final List<String> LANGUAGES =
      List.of(
          "en", "ru", "uk", "be", "kk", "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "sk", "sl",
          "hr", "sr", "bg", "ro", "hu", "el", "tr", "sv", "da", "nb", "fi", "et", "lv", "lt");

  /** Names of months, whole or shortened; those that Excel shortens in its own way by hand. */
  private static final String MONTH =
      "(?:%s|mrz|янв|фев|мар|апр|мая?|июн|июл|авг|сен|окт|ноя|дек)\\.?".formatted(months());

  /** 10-Jun, 09.окт, Jun-10, 5. Oct 2026. */
  private static final Pattern DATE =
      Pattern.compile(
          "\\d{1,4}[-‐./ ]{1,2}MONTH(?:[-‐./ ]+\\d{2,4})?|MONTH[-‐./ ]{1,2}\\d{1,4}"
              .replace("MONTH", MONTH),
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static String months() {
    return LANGUAGES.stream()
        .map(Locale::forLanguageTag)
        .flatMap(
            locale ->
                Arrays.stream(Month.values())
                    .flatMap(
                        month ->
                            Arrays.stream(TextStyle.values())
                                .filter(style -> !style.name().startsWith("NARROW"))
                                .map(style -> month.getDisplayName(style, locale))))
        .map(name -> name.replaceAll("\\.$", ""))
        .filter(name -> name.codePoints().anyMatch(Character::isLetter))
        .distinct()
        .sorted(Comparator.comparing(String::length).reversed())
        .map(Pattern::quote)
        .collect(Collectors.joining("|"));
  }

  /** With its label. */
  private static final int MAX_LENGTH = 200;

  private AnswerNumber() {}

  /**
   * Null for no answer.
   *
   * @param name of the question, for the problem
   * @throws ProblemException FIELD_INVALID; ANSWER_IS_CODE when a survey tool wrote its own number
   *     for no answer; ANSWER_IS_DATE when a spreadsheet made a date of it
   */
  static Integer of(String name, String cell, int min, int max) {
    if (cell.length() > MAX_LENGTH) {
      throw new ProblemException(
          ProblemCode.FIELD_INVALID, name, Fields.shortened(cell), min + "…" + max);
    }
    String text =
        Normalizer.normalize(cell, Normalizer.Form.NFKC)
            .replace('\u2212', '-')
            .replaceAll("[\\p{Z}\\s]+", " ")
            .strip();
    if (NO_ANSWER.contains(text.toLowerCase(Locale.ROOT))) {
      return null;
    }
    if (DATE.matcher(text).matches()) {
      throw new ProblemException(
          ProblemCode.ANSWER_IS_DATE, name, Fields.shortened(cell), min + "…" + max);
    }
    Integer number = number(text, max);
    if (number != null && number >= min && number <= max) {
      return number;
    }
    Matcher code = CODE.matcher(text);
    if (code.matches() && CODES_OF_NO_ANSWER.contains(code.group(1))) {
      throw new ProblemException(
          ProblemCode.ANSWER_IS_CODE, name, Fields.shortened(cell), min + "…" + max);
    }
    throw new ProblemException(
        ProblemCode.FIELD_INVALID, name, Fields.shortened(cell), min + "…" + max);
  }

  /** Null when there is none. */
  private static Integer number(String text, int max) {
    Matcher share = OF_MAXIMUM.matcher(text);
    if (share.matches()) {
      return Integer.parseInt(share.group(2)) == max ? Integer.valueOf(share.group(1)) : null;
    }
    for (Pattern form : new Pattern[] {BARE, LABEL_BEHIND, LABEL_BEFORE}) {
      Matcher matcher = form.matcher(text);
      if (matcher.matches()) {
        return Integer.valueOf(matcher.group(1));
      }
    }
    return null;
  }
}
