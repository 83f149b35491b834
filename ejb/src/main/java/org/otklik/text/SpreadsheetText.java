package org.otklik.text;

import java.text.Normalizer;

/** Text from outside on its way into a spreadsheet (OWASP, CSV Injection). */
public final class SpreadsheetText {
  private static final String BEGINS_A_FORMULA = "=+-@\t\r\n";

  private SpreadsheetText() {}

  /** With an apostrophe before it where a spreadsheet would else take it for a formula. */
  public static String guarded(String text) {
    if (text.isEmpty()) {
      return text;
    }
    // Spreadsheets of East Asia take the full-width signs for signs, too.
    String first = Normalizer.normalize(text.substring(0, 1), Normalizer.Form.NFKC);
    return BEGINS_A_FORMULA.indexOf(first.charAt(0)) >= 0 ? "'" + text : text;
  }
}
