package org.otklik.spreadsheet;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.text.PlainText;

/** The text that is meant by what stands in a cell. */
public final class CellText {
  /** {@code ="007"}: the way to keep Excel from making a number of it. */
  private static final Pattern FORMULA_OF_TEXT = Pattern.compile("=\\s*\"(.*)\"", Pattern.DOTALL);

  /** Quotes that were not taken for such, because a no-break space or the like stood before. */
  private static final Pattern QUOTED = Pattern.compile("\"(.*)\"", Pattern.DOTALL);

  /** What Excel shows, and saves, of a number of twelve digits and more. */
  private static final Pattern SHORTENED_NUMBER =
      Pattern.compile("[+-]?\\d(?:[.,]\\d+)?[EeЕе]\\+\\d{2,3}");

  private static final String AFTER_APOSTROPHE = "0123456789=+-@";

  private CellText() {}

  static String cleaned(String raw) {
    String text = PlainText.trimmed(raw);
    Matcher formula = FORMULA_OF_TEXT.matcher(text);
    Matcher quoted = QUOTED.matcher(text);
    if (formula.matches() || quoted.matches()) {
      String inner = formula.matches() ? formula.group(1) : quoted.group(1);
      return PlainText.trimmed(inner.replace("\"\"", "\""));
    }
    boolean apostrophe =
        text.length() > 1 && text.startsWith("'") && AFTER_APOSTROPHE.indexOf(text.charAt(1)) >= 0;
    return apostrophe ? PlainText.trimmed(text.substring(1)) : text;
  }

  /**
   * The cell of a column that holds names or codes.
   *
   * @throws ProblemException TABLE_NUMBER_SHORTENED when a spreadsheet has lost digits of it,
   *     TABLE_LINE_GARBLED when bytes of it are not of the file's encoding
   */
  public static String name(String cell) {
    if (SHORTENED_NUMBER.matcher(cell).matches()) {
      throw new ProblemException(ProblemCode.TABLE_NUMBER_SHORTENED, cell);
    }
    if (cell.indexOf(PlainText.REPLACEMENT) >= 0) {
      throw new ProblemException(ProblemCode.TABLE_LINE_GARBLED);
    }
    return cell;
  }
}
