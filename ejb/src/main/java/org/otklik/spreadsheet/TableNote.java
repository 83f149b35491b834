package org.otklik.spreadsheet;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import org.otklik.terms.TermBundle;

/**
 * What the sender of a table is told of how it was read; nothing is wrong.
 *
 * @param arguments what the kind's sentence names, in its order
 */
public record TableNote(Kind kind, List<Object> arguments) {

  /** Each has a sentence in {@code notes*.properties}. */
  public enum Kind {
    ENCODING,
    SHEET,
    BY_WORDS,
    LINES_BEFORE,
    FURTHER_HEADINGS,
    COLUMNS_ASIDE,
    NO_ATTRIBUTES,
    PERSONAL,
    PERSONAL_CODES,
    COLON,
    TOO_LONG,
    TOO_MANY,
    NO_ANSWERS,
    MORE_PROBLEMS
  }

  private static final int MAX_NAMES = 30;
  private static final int MAX_NAME_LENGTH = 40;

  public static TableNote of(Kind kind, Object... arguments) {
    return new TableNote(kind, List.of(arguments));
  }

  /** About columns, by their headings. */
  public static TableNote ofColumns(Kind kind, List<String> headings) {
    List<String> names = headings.stream().limit(MAX_NAMES).map(TableNote::shortened).toList();
    String more = headings.size() > MAX_NAMES ? " … +" + (headings.size() - MAX_NAMES) : "";
    return of(kind, String.join(", ", names) + more);
  }

  /**
   * About one column that was taken for another.
   *
   * @param meaning what it was taken for
   */
  public static TableNote ofColumn(Kind kind, String meaning, String heading) {
    return of(kind, meaning, shortened(heading));
  }

  private static String shortened(String heading) {
    return heading.codePointCount(0, heading.length()) <= MAX_NAME_LENGTH
        ? heading
        : heading.substring(0, heading.offsetByCodePoints(0, MAX_NAME_LENGTH)) + "…";
  }

  public String sentence(Locale locale) {
    var bundle =
        TermBundle.of("org.otklik.spreadsheet.notes", locale, TableNote.class.getClassLoader());
    return new MessageFormat(bundle.getString("note." + kind), locale).format(arguments.toArray());
  }
}
