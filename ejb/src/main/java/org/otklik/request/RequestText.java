package org.otklik.request;

import java.util.Map;
import java.util.TreeMap;
import org.otklik.text.PlainText;

/** Texts of requests as they are meant: what people write has blanks around it. */
public final class RequestText {
  /** The languages of people, as a pattern and as a list. */
  public static final String LANGUAGES = "en|ru";

  public static final String LANGUAGES_LISTED = "en, ru";

  private RequestText() {}

  /** Null stays null. */
  public static String stripped(String text) {
    return text == null ? null : PlainText.trimmed(text);
  }

  /** Null for what says nothing. */
  public static String strippedOrNull(String text) {
    String stripped = stripped(text);
    return stripped == null || stripped.isEmpty() ? null : stripped;
  }

  /** Names and values; none for null. */
  public static Map<String, String> stripped(Map<String, String> pairs) {
    Map<String, String> stripped = new TreeMap<>();
    if (pairs != null) {
      pairs.forEach((name, value) -> stripped.put(stripped(name), stripped(value)));
    }
    return stripped;
  }
}
