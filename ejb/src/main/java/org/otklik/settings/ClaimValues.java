package org.otklik.settings;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a claim's values mean here, written {@code value=meaning; …}. MicroProfile Config reads it
 * by {@link #parse}.
 *
 * @param meanings by value; empty: the values mean themselves
 */
public record ClaimValues(Map<String, String> meanings) {
  static final String FORM = "like value=meaning; value=meaning";
  static final ClaimValues THEMSELVES = new ClaimValues(Map.of());

  /**
   * The last sign = counts, since names of groups may have some.
   *
   * @throws IllegalArgumentException if it has another form
   */
  public static ClaimValues parse(CharSequence text) {
    Map<String, String> meanings = new LinkedHashMap<>();
    for (String pair : text.toString().split(";")) {
      int sign = pair.lastIndexOf('=');
      if (sign < 1) {
        throw new IllegalArgumentException("Must be " + FORM + ": " + pair);
      }
      meanings.put(pair.substring(0, sign).strip(), pair.substring(sign + 1).strip());
    }
    return new ClaimValues(meanings);
  }
}
