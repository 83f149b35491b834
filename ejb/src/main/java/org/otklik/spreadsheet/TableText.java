package org.otklik.spreadsheet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.otklik.text.LanguageScore;
import org.otklik.text.PlainText;

/**
 * A text whose encoding nobody has stated.
 *
 * @param text where bytes are not of the encoding, U+FFFD stands
 * @param isGuessed whether another encoding may be meant: neither a mark nor Unicode says so
 */
record TableText(String text, Charset charset, boolean isGuessed) {
  private static final Charset WINDOWS_CYRILLIC = Charset.forName("windows-1251");
  private static final Charset WINDOWS_WESTERN = Charset.forName("windows-1252");
  private static final Charset DOS_CYRILLIC = Charset.forName("IBM866");

  /** The first of those that fit equally well is taken. */
  private static final List<Charset> GUESSED =
      List.of(WINDOWS_CYRILLIC, WINDOWS_WESTERN, DOS_CYRILLIC);

  /** Two control characters, and one more in so many lines, may be slips; more are no text. */
  private static final int MAX_BINARY = 2;

  private static final int LINES_PER_BINARY = 10;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /**
   * @throws IOException when it is no text at all
   */
  static TableText of(byte[] content) throws IOException {
    Charset stated = byMark(content);
    if (stated == null) {
      stated = utf16WithoutMark(content);
    }
    TableText text = stated == null ? withoutMark(content) : decoded(content, stated, false);
    long binary = text.text().chars().filter(TableText::isBinary).count();
    if (binary > text.text().lines().count() / LINES_PER_BINARY + MAX_BINARY) {
      throw new IOException("Control characters: no text");
    }
    return binary == 0 ? text : text.withoutControlCharacters();
  }

  /** Lines with one are told as garbled, the others are read. */
  private TableText withoutControlCharacters() {
    StringBuilder marked = new StringBuilder(text);
    for (int i = 0; i < marked.length(); i++) {
      if (isBinary(marked.charAt(i))) {
        marked.setCharAt(i, PlainText.REPLACEMENT);
      }
    }
    return new TableText(marked.toString(), charset, isGuessed);
  }

  private static boolean isBinary(int c) {
    return c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1a;
  }

  private static TableText decoded(byte[] content, Charset charset, boolean guessed) {
    String text = new String(content, charset);
    boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
    return new TableText(marked ? text.substring(1) : text, charset, guessed);
  }

  private static Charset byMark(byte[] content) {
    if (starts(content, 0xef, 0xbb, 0xbf)) {
      return StandardCharsets.UTF_8;
    }
    if (starts(content, 0xff, 0xfe)) {
      return StandardCharsets.UTF_16LE;
    }
    return starts(content, 0xfe, 0xff) ? StandardCharsets.UTF_16BE : null;
  }

  static boolean starts(byte[] content, int... bytes) {
    if (content.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((content[i] & 0xff) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /** Digits and delimiters have a zero byte, always on the same side; so have ends of lines. */
  private static Charset utf16WithoutMark(byte[] content) {
    int even = 0;
    int odd = 0;
    for (int i = 0; i < content.length; i++) {
      if (content[i] == 0) {
        even += 1 - i % 2;
        odd += i % 2;
      }
    }
    if (Math.max(even, odd) < content.length / 20 || Math.min(even, odd) > 0 || even + odd == 0) {
      return null;
    }
    return areWideLineEnds(content, odd > 0 ? 1 : -1)
        ? odd > 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE
        : null;
  }

  /** Whether most ends of lines have their zero byte there; a stray zero byte is at none. */
  private static boolean areWideLineEnds(byte[] content, int zeroAt) {
    int wide = 0;
    int narrow = 0;
    for (int i = 0; i < content.length; i++) {
      if (content[i] == '\n' || content[i] == '\r') {
        int zero = i + zeroAt;
        boolean isWide = zero >= 0 && zero < content.length && content[zero] == 0;
        wide += isWide ? 1 : 0;
        narrow += isWide ? 0 : 1;
      }
    }
    return wide > narrow;
  }

  private static TableText withoutMark(byte[] content) {
    if (isMostlyUtf8(content)) {
      return decoded(content, StandardCharsets.UTF_8, false);
    }
    Charset best = LanguageScore.best(content, GUESSED);
    return decoded(content, best, true);
  }

  /**
   * Whether the text is UTF-8, though some of its bytes may be broken: more characters are right
   * than bytes are wrong, or more lines. By chance other encodings hardly give a right character.
   */
  private static boolean isMostlyUtf8(byte[] content) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    int right = 0;
    int wrong = 0;
    int rightLines = 0;
    int wrongLines = 0;
    int start = 0;
    while (start < content.length) {
      int end = start;
      while (end < content.length && content[end] != '\n') {
        end++;
      }
      ByteBuffer line = ByteBuffer.wrap(content, start, end - start);
      CharBuffer chars = CharBuffer.allocate(end - start + 1);
      int wrongHere = 0;
      decoder.reset();
      CoderResult result = decoder.decode(line, chars, true);
      while (result.isError()) {
        wrongHere += result.length();
        line.position(line.position() + result.length());
        result = decoder.decode(line, chars, true);
      }
      int rightHere = (int) chars.flip().chars().filter(TableText::isOfWords).count();
      right += rightHere;
      wrong += wrongHere;
      rightLines += rightHere > 0 && wrongHere == 0 ? 1 : 0;
      wrongLines += wrongHere > 0 ? 1 : 0;
      start = end + 1;
    }
    return wrong == 0 || right > wrong || rightLines >= wrongLines;
  }

  /** Outside ASCII, in what people write. */
  private static boolean isOfWords(int c) {
    return c >= 0x80 && c < 0x0530 || c >= 0x2010 && c < 0x2300 || c >= 0x3000;
  }
}
