package org.otklik.web.schedule;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.otklik.problem.Fields;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/** Lists as people write them into one field. */
final class ListText {
  private static final DateTimeFormatter RUSSIAN =
      DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT);
  private static final int MAX_RANGE = 60;

  private ListText() {}

  /** Divided by commas, semicolons, spaces or lines; none where nothing is filled in. */
  static List<String> words(String text) {
    return text == null
        ? List.of()
        : Arrays.stream(text.split("[,;\\s]+")).filter(word -> !word.isEmpty()).toList();
  }

  /**
   * Numbers and ranges: {@code 9, 13-15} are 9, 13, 14 and 15.
   *
   * @throws ProblemException naming what is neither
   */
  static List<Integer> numbers(String field, String text) {
    return words(text == null ? null : text.replaceAll("\\s*[-–]\\s*", "-")).stream()
        .flatMap(word -> range(field, word))
        .toList();
  }

  private static Stream<Integer> range(String field, String word) {
    if (word.matches("\\d{1,3}(-\\d{1,3})?")) {
      String[] ends = word.split("-");
      int first = Integer.parseInt(ends[0]);
      int last = Integer.parseInt(ends[ends.length - 1]);
      if (first <= last && last - first <= MAX_RANGE) {
        return IntStream.rangeClosed(first, last).boxed();
      }
    }
    throw new ProblemException(
        ProblemCode.FIELD_INVALID, field, Fields.shortened(word), "9, 13, 18-20");
  }

  /**
   * Dates such as 2026-12-31 or 31.12.2026.
   *
   * @throws ProblemException naming what is neither
   */
  static List<LocalDate> dates(String field, String text) {
    return words(text).stream().map(word -> date(field, word)).toList();
  }

  private static LocalDate date(String field, String word) {
    try {
      return word.contains(".") ? LocalDate.parse(word, RUSSIAN) : LocalDate.parse(word);
    } catch (DateTimeParseException e) {
      throw new ProblemException(
          ProblemCode.FIELD_INVALID, field, Fields.shortened(word), "2026-12-31, 31.12.2026");
    }
  }
}
