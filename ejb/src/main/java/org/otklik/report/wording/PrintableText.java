package org.otklik.report.wording;

import java.util.function.IntPredicate;

/**
 * Text from outside, made fit for a page: one line, no control characters, and nothing the font
 * cannot show. Letters without a glyph become a box, so that a reader sees that something stood
 * there; pictograms and joiners without a glyph are left out.
 */
public final class PrintableText {

  private static final int BOX = 0x25A1;
  private static final String ABSENT = "—";

  private PrintableText() {}

  /**
   * @param text may be null or blank: then a dash
   * @param hasGlyph whether the font can show a code point
   */
  public static String of(String text, IntPredicate hasGlyph) {
    if (text == null) {
      return ABSENT;
    }
    StringBuilder printable = new StringBuilder();
    text.codePoints().forEach(codePoint -> append(printable, codePoint, hasGlyph));
    String line = printable.toString().replaceAll(" {2,}", " ").strip();
    return line.isEmpty() ? ABSENT : line;
  }

  private static void append(StringBuilder printable, int codePoint, IntPredicate hasGlyph) {
    if (Character.isWhitespace(codePoint)) {
      printable.append(' ');
    } else if (isInvisible(codePoint)) {
      return;
    } else if (hasGlyph.test(codePoint)) {
      printable.appendCodePoint(codePoint);
    } else if (Character.isLetterOrDigit(codePoint)) {
      printable.appendCodePoint(BOX);
    }
  }

  private static boolean isInvisible(int codePoint) {
    return Character.isISOControl(codePoint)
        || Character.getType(codePoint) == Character.FORMAT
        || Character.getType(codePoint) == Character.SURROGATE
        || Character.getType(codePoint) == Character.PRIVATE_USE
        || Character.UnicodeBlock.VARIATION_SELECTORS.equals(Character.UnicodeBlock.of(codePoint));
  }
}
