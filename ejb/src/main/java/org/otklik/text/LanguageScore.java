package org.otklik.text;

import java.nio.charset.Charset;
import java.util.Comparator;
import java.util.List;

/**
 * How much a text looks like one that people wrote, in Russian or in a language of Western Europe:
 * a guess at the right encoding gives the most. Only characters outside ASCII count.
 */
public final class LanguageScore {
  /** Small Russian letters from the most frequent to the rarest. */
  private static final String BY_FREQUENCY = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё";

  private static final String OTHER_CYRILLIC = "іїєґў";
  private static final String BETWEEN_WORDS = "«»„“”–—…№°€£§©®™\u00a0·";
  private static final double RIGHT = 1.5;
  private static final double WRONG = -3;
  private static final double NO_LETTER = -5;

  private LanguageScore() {}

  /** The encoding in which the bytes look most like a text; of equal ones the first. */
  public static Charset best(byte[] content, List<Charset> charsets) {
    return charsets.stream()
        .max(
            Comparator.<Charset>comparingDouble(charset -> of(new String(content, charset)))
                .thenComparing(charset -> -charsets.indexOf(charset)))
        .orElseThrow();
  }

  static double of(String text) {
    double score = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        char before = i == 0 ? ' ' : text.charAt(i - 1);
        char after = i + 1 == text.length() ? ' ' : text.charAt(i + 1);
        score += of(before, text.charAt(i), after);
      }
    }
    return score;
  }

  private static double of(char before, char c, char after) {
    boolean amidLetters = Character.isLetter(before) && Character.isLetter(after);
    if (isCyrillic(c)) {
      return cyrillic(before, c, after);
    }
    if (c >= 0xc0 && c <= 0x17f && Character.isLetter(c)) {
      return western(before, c, after);
    }
    if (c == '’' || c == '‘') {
      return 0;
    }
    return BETWEEN_WORDS.indexOf(c) < 0 ? NO_LETTER : amidLetters ? WRONG : 0.3;
  }

  private static double cyrillic(char before, char c, char after) {
    boolean mixed = isLatin(before) || isLatin(after);
    boolean capitalInside = Character.isUpperCase(c) && Character.isLowerCase(before);
    if (mixed || capitalInside) {
      return WRONG;
    }
    char small = Character.toLowerCase(c);
    int place = BY_FREQUENCY.indexOf(small);
    if (place < 0) {
      return OTHER_CYRILLIC.indexOf(small) < 0 ? WRONG : -0.5;
    }
    return RIGHT - 3.0 * place / BY_FREQUENCY.length();
  }

  /** Letters with marks stand among those without. */
  private static double western(char before, char c, char after) {
    boolean crowded =
        before >= 0x80 && Character.isLetter(before) && after >= 0x80 && Character.isLetter(after);
    boolean capitalInside = Character.isUpperCase(c) && Character.isLowerCase(before);
    if (crowded || capitalInside) {
      return WRONG;
    }
    return before < 0x80 && Character.isLetter(before) || after < 0x80 && Character.isLetter(after)
        ? RIGHT
        : -0.5;
  }

  private static boolean isCyrillic(char c) {
    return c >= 0x0400 && c <= 0x04ff;
  }

  private static boolean isLatin(char c) {
    return Character.isLetter(c) && c < 0x0180;
  }
}
