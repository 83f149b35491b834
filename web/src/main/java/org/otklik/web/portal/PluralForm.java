package org.otklik.web.portal;

import java.util.Locale;

/** Which form of a noun goes with a whole number (Unicode CLDR, plural rules, cardinal). */
enum PluralForm {
  ONE,
  FEW,
  MANY;

  static PluralForm of(Locale locale, long count) {
    long n = Math.abs(count);
    if (!locale.getLanguage().equals("ru")) {
      return n == 1 ? ONE : MANY;
    }
    long tens = n % 100;
    long units = n % 10;
    if (units == 1 && tens != 11) {
      return ONE;
    }
    return units >= 2 && units <= 4 && (tens < 12 || tens > 14) ? FEW : MANY;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
