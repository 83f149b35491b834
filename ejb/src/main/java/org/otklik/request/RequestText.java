package org.otklik.request;

import java.util.Map;
import java.util.TreeMap;

/** Texts of requests as they are meant: what people write has blanks around it. */
public final class RequestText {
  /** The languages of people, as a pattern and as a list. */
  public static final String LANGUAGES = "en|ru";

  public static final String LANGUAGES_LISTED = "en, ru";

  private RequestText() {}

  /** Null stays null. */
  public static String stripped(String text) {
    return text == null ? null : text.strip();
  }

  /** Null for what says nothing. */
  public static String strippedOrNull(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  /** Names and values; none for null. */
  public static Map<String, String> stripped(Map<String, String> pairs) {
    Map<String, String> stripped = new TreeMap<>();
    if (pairs != null) {
      pairs.forEach((name, value) -> stripped.put(name.strip(), value.strip()));
    }
    return stripped;
  }
}
