package org.otklik.text;

/** What a text on one line is: the one rule for names, codes, notes and attributes. */
public final class PlainText {
  /** What a decoder puts where bytes are no text. */
  public static final char REPLACEMENT = '\uFFFD';

  private PlainText() {}

  /**
   * Whether it can be shown, stored and written into XML as it is: no control characters and line
   * separators, no half of a character, no noncharacters, nothing that turns the direction of what
   * follows, nothing that was broken on its way; and, unless it is empty, something to be seen.
   */
  public static boolean isPlain(String text) {
    return text.isEmpty()
        || text.codePoints().noneMatch(PlainText::isForbidden)
            && text.codePoints().anyMatch(PlainText::isVisible);
  }

  /** With a question mark for whatever makes it not plain. */
  public static String defused(String text) {
    return text.codePoints()
        .map(c -> isForbidden(c) ? '?' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isForbidden(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || c >= 0xfdd0 && c <= 0xfdef // noncharacters, as the last two of each plane
        || (c & 0xfffe) == 0xfffe
        || turnsDirection(c)
        || c == REPLACEMENT;
  }

  /** Marks, embeddings, overrides and isolates (UAX 9). */
  private static boolean turnsDirection(int c) {
    return c == 0x061c
        || c == 0x200e
        || c == 0x200f
        || c >= 0x202a && c <= 0x202e
        || c >= 0x2066 && c <= 0x2069;
  }

  private static boolean isVisible(int c) {
    return switch (Character.getType(c)) {
      case Character.FORMAT,
          Character.SPACE_SEPARATOR,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK ->
          false;
      default -> !isBlankLetter(c);
    };
  }

  /** Fillers of Hangul and the blank of Braille, which Unicode counts among letters and symbols. */
  private static boolean isBlankLetter(int c) {
    return c == 0x115f || c == 0x1160 || c == 0x3164 || c == 0xffa0 || c == 0x2800;
  }

  /** Without blanks at its ends, of any width; no-break spaces and invisible ones are blanks. */
  public static String trimmed(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || c == '\u00ad' // soft hyphen
        || c == '\u180e'
        || c == '\u200b' // zero width space
        || c == '\u2060'
        || c == '\ufeff';
  }

  /**
   * Trimmed, and alike for the eye alike for the computer: every space is the ordinary one, and
   * there is none of no width. For codes that people copy from table to table.
   */
  public static String code(String text) {
    StringBuilder code = new StringBuilder();
    for (char c : trimmed(text).toCharArray()) {
      if (Character.getType(c) == Character.SPACE_SEPARATOR) {
        code.append(' ');
      } else if (Character.isWhitespace(c) || !isBlank(c)) { // a line break is told, not mended
        code.append(c);
      }
    }
    return code.toString();
  }
}
