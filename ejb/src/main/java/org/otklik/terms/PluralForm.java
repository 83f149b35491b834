package org.otklik.terms;

import java.util.Locale;

/**
 * The form a noun takes after a number, by the rules of Unicode CLDR for whole numbers in Russian
 * and in English (which also serves languages without a bundle of their own).
 */
public enum PluralForm {
  ONE,
  FEW,
  MANY;

  public static PluralForm of(long number, Locale locale) {
    long n = Math.abs(number);
    if (!locale.getLanguage().equals("ru")) {
      return n == 1 ? ONE : MANY;
    }
    boolean teen = n % 100 >= 11 && n % 100 <= 14;
    if (teen || n % 10 == 0 || n % 10 >= 5) {
      return MANY;
    }
    return n % 10 == 1 ? ONE : FEW;
  }

  /** The end of a key: {@code viewer.one}, {@code viewer.few}, {@code viewer.many}. */
  public String suffix() {
    return name().toLowerCase(Locale.ROOT);
  }
}
