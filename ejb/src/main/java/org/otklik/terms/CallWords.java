package org.otklik.terms;

import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** From the words of creatives and viewers to those of calls and customers. */
final class CallWords {
  private static final Pattern ENGLISH =
      Pattern.compile("\\b(creative|viewer|viewing)(s?)\\b", Pattern.CASE_INSENSITIVE);

  private static final Map<String, String> CALLS =
      Map.of("creative", "call script", "viewer", "customer", "viewing", "call");

  /** All of them masculine, as what they stand for: nothing around them has to change. */
  private static final Pattern RUSSIAN =
      Pattern.compile(
          "(?<![\\p{L}-])(ролик|зрител|контакт)(\\p{L}*)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Map<String, String> SCRIPT_ENDINGS =
      Map.of(
          "", "й", "а", "я", "у", "ю", "ом", "ем", "е", "и", "и", "и", "ов", "ев", "ам", "ям",
          "ами", "ями", "ах", "ях");

  /** “С сценарием” cannot be said. */
  private static final Pattern WITH =
      Pattern.compile("(?<!\\p{L})(с)( сценари)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private CallWords() {}

  static String of(String sentence, Locale locale) {
    return locale.getLanguage().equals("ru")
        ? WITH.matcher(RUSSIAN.matcher(sentence).replaceAll(CallWords::russian)).replaceAll("$1о$2")
        : ENGLISH.matcher(sentence).replaceAll(CallWords::english);
  }

  private static String english(MatchResult found) {
    String word = CALLS.get(found.group(1).toLowerCase(Locale.ENGLISH)) + found.group(2);
    return asIn(found.group(), word);
  }

  private static String russian(MatchResult found) {
    String ending = found.group(2);
    String word =
        switch (found.group(1).toLowerCase(Locale.ROOT)) {
          case "ролик" ->
              SCRIPT_ENDINGS.containsKey(ending)
                  ? "сценари" + SCRIPT_ENDINGS.get(ending)
                  : found.group();
          case "контакт" ->
              switch (ending) {
                case "" -> "звонок";
                case "ы" -> "звонки";
                default -> "звонк" + ending;
              };
          default -> "покупател" + ending;
        };
    return asIn(found.group(), word);
  }

  /** With a capital where the other has one. */
  private static String asIn(String other, String word) {
    return Character.isUpperCase(other.charAt(0))
        ? Character.toUpperCase(word.charAt(0)) + word.substring(1)
        : word;
  }
}
