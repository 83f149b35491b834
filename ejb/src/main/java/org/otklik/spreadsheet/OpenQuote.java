package org.otklik.spreadsheet;

/**
 * Finds a quotation mark that opens a cell and is never closed: it would take in the lines below
 * it, up to the next mark of another cell.
 */
final class OpenQuote {
  private static final char QUOTE = '"';

  private final String text;
  private final char delimiter;
  private int at;
  private long line = 1;

  private OpenQuote(String text, char delimiter) {
    this.text = text;
    this.delimiter = delimiter;
  }

  /**
   * The line of the first cell of several lines whose closing mark is missing, or is followed by
   * something else than the end of a cell.
   *
   * @return 0 for none
   */
  static long line(String text, char delimiter) {
    return new OpenQuote(text, delimiter).find();
  }

  private long find() {
    boolean isStartOfCell = true;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == QUOTE && isStartOfCell) {
        long opened = line;
        boolean closed = skipQuoted();
        if (!closed || line > opened && !isEndOfCell()) {
          return opened;
        }
        isStartOfCell = false;
      } else {
        isStartOfCell = c == delimiter || isLineBreak(c) || isStartOfCell && isBlank(c);
        at++;
        count(c);
      }
    }
    return 0;
  }

  /** From the opening mark to behind the closing one; a doubled mark is one of the text. */
  private boolean skipQuoted() {
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == QUOTE) {
        if (at == text.length() || text.charAt(at) != QUOTE) {
          return true;
        }
        at++;
      } else {
        count(c);
      }
    }
    return false;
  }

  private boolean isEndOfCell() {
    int next = at;
    while (next < text.length() && isBlank(text.charAt(next))) {
      next++;
    }
    return next == text.length()
        || text.charAt(next) == delimiter
        || isLineBreak(text.charAt(next));
  }

  /** CR, LF and CR LF each end one line. */
  private void count(char c) {
    if (c == '\n' || c == '\r' && !(at < text.length() && text.charAt(at) == '\n')) {
      line++;
    }
  }

  private boolean isBlank(char c) {
    return c != delimiter && (c == ' ' || c == '\t');
  }

  private static boolean isLineBreak(char c) {
    return c == '\n' || c == '\r';
  }
}
