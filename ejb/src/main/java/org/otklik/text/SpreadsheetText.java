package org.otklik.text;

/** Text from outside on its way into a spreadsheet (OWASP, CSV Injection). */
public final class SpreadsheetText {
  private static final String BEGINS_A_FORMULA = "=+-@\t\r\n";

  private SpreadsheetText() {}

  /** With an apostrophe before it where a spreadsheet would else take it for a formula. */
  public static String guarded(String text) {
    boolean formula = !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0;
    return formula ? "'" + text : text;
  }
}
