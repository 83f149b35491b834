package org.otklik.schedule;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.otklik.problem.Fields;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/**
 * A text with placeholders, for the names of files and the subjects of mails.
 *
 * @param text on one line, without other placeholders than those of {@link Placeholder}
 */
public record NamePattern(String text) {
  public static final NamePattern STANDARD_FILE_NAME =
      new NamePattern("Otklik {subject} {date} {locale}");

  static final int MAX_LENGTH = 200;
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

  /** With its ending it stays below the 255 bytes of usual file systems, in Cyrillic too. */
  private static final int MAX_IN_FILE_NAME = 100;

  /** Names that Windows keeps for devices, whatever their ending. */
  private static final Pattern DEVICE =
      Pattern.compile("(CON|PRN|AUX|NUL|COM\\d|LPT\\d)(\\..*)?", Pattern.CASE_INSENSITIVE);

  /** What may be put in. */
  public enum Placeholder {
    CLIENT,
    CAMPAIGN,
    /** The creative's name, or the campaign's in reports about all of it. */
    SUBJECT,
    SCHEDULE,
    /** When the run was due, in the schedule's time zone: 2026-11-21. */
    DATE,
    /** 09-30. */
    TIME,
    LOCALE;

    private String written() {
      return "{" + name().toLowerCase(Locale.ROOT) + "}";
    }

    private static boolean isOne(String name) {
      return Arrays.stream(values()).anyMatch(one -> one.written().equals("{" + name + "}"));
    }
  }

  /**
   * @throws ProblemException naming the placeholder that there is not
   */
  public static NamePattern of(String field, String text) {
    NamePattern pattern = new NamePattern(Fields.text(field, text, MAX_LENGTH));
    Matcher found = PLACEHOLDER.matcher(pattern.text);
    while (found.find()) {
      if (!Placeholder.isOne(found.group(1))) {
        throw new ProblemException(
            ProblemCode.FIELD_INVALID,
            field,
            Fields.shortened(found.group()),
            Arrays.stream(Placeholder.values())
                .map(Placeholder::written)
                .collect(Collectors.joining(" ")));
      }
    }
    return pattern;
  }

  /** Filled in, on one line. */
  public String fill(Map<Placeholder, String> values) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), values)))
        .replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ")
        .strip();
  }

  private static String value(String name, Map<Placeholder, String> values) {
    return values.get(Placeholder.valueOf(name.toUpperCase(Locale.ROOT)));
  }

  /**
   * Filled in, and safe to save under on any system.
   *
   * @param ending without its dot
   */
  public String fileName(Map<Placeholder, String> values, String ending) {
    String plain =
        fill(values)
            .replaceAll("[^\\p{L}\\p{M}\\p{N} ._()+-]", " ")
            .replaceAll("\\.{2,}", ".")
            .replaceAll(" +", " ");
    int most = Math.min(MAX_IN_FILE_NAME, plain.codePointCount(0, plain.length()));
    String name =
        plain.substring(0, plain.offsetByCodePoints(0, most)).replaceAll("^[. -]+|[. ]+$", "");
    if (name.isEmpty()) {
      name = "Otklik";
    }
    return (DEVICE.matcher(name).matches() ? "_" + name : name) + "." + ending;
  }
}
