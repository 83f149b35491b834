package org.otklik.problem;

import org.otklik.text.PlainText;

/** Checks of what users fill in. */
public final class Fields {
  private static final int MAX_QUOTE_LENGTH = 40;

  private Fields() {}

  /** What somebody wrote, fit to be quoted in a sentence: plain, not long. */
  public static String shortened(String text) {
    String plain = PlainText.defused(text);
    return plain.codePointCount(0, plain.length()) > MAX_QUOTE_LENGTH
        ? plain.substring(0, plain.offsetByCodePoints(0, MAX_QUOTE_LENGTH)) + "…"
        : plain;
  }

  /** The trimmed text; refused when missing, too long or no {@link PlainText}. */
  public static String text(String field, String value, int most) {
    String text = value == null ? "" : PlainText.trimmed(value);
    if (text.isEmpty()) {
      throw new ProblemException(ProblemCode.FIELD_MISSING, field);
    }
    if (text.length() > most) {
      throw new ProblemException(ProblemCode.FIELD_INVALID, field, shortened(text), "≤ " + most);
    }
    if (!PlainText.isPlain(text)) {
      throw new ProblemException(
          ProblemCode.FIELD_INVALID, field, shortened(text), "A–Z, А–Я, 0–9, …");
    }
    return text;
  }
}
