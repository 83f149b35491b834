package org.otklik.problem;

/** Checks of what users fill in. */
public final class Fields {
  private static final int MAX_QUOTE_LENGTH = 40;

  private Fields() {}

  /** What somebody wrote, fit to be quoted in a sentence: without control characters, not long. */
  public static String shortened(String text) {
    String plain = text.replaceAll("\\p{Cntrl}", "?");
    return plain.length() > MAX_QUOTE_LENGTH ? plain.substring(0, MAX_QUOTE_LENGTH) + "…" : plain;
  }

  /** The trimmed text; refused when missing, too long or with control characters. */
  public static String text(String field, String value, int most) {
    if (value == null || value.isBlank()) {
      throw new ProblemException(ProblemCode.FIELD_MISSING, field);
    }
    String text = value.strip();
    if (text.length() > most) {
      throw new ProblemException(
          ProblemCode.FIELD_INVALID, field, text.substring(0, 20) + "…", "≤ " + most);
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new ProblemException(
          ProblemCode.FIELD_INVALID, field, text.replaceAll("\\p{Cntrl}", "?"), "A–Z, А–Я, 0–9, …");
    }
    return text;
  }
}
