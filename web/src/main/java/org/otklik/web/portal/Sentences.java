package org.otklik.web.portal;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.otklik.terms.PluralForm;
import org.otklik.terms.TermBundle;

/** The portal's sentences in both languages. */
final class Sentences {
  private Sentences() {}

  /**
   * @throws java.util.MissingResourceException if nobody has written it
   */
  static String of(Locale locale, String key, Object... arguments) {
    return of(bundle(locale), locale, key, arguments);
  }

  /** As {@link #of(Locale, String, Object...)}, of a bundle in that language. */
  static String of(ResourceBundle bundle, Locale locale, String key, Object... arguments) {
    String sentence = bundle.getString(key);
    return arguments.length == 0
        ? sentence.replace("''", "'")
        : new MessageFormat(sentence, locale).format(arguments);
  }

  /**
   * Those of one area by the rest of their keys, and all terms by their whole keys; places of
   * arguments stay as {@code {0}}.
   */
  static Map<String, String> startingWith(
      ResourceBundle bundle, ResourceBundle terms, String prefix) {
    Map<String, String> sentences = new TreeMap<>();
    terms.keySet().forEach(key -> sentences.put(key, terms.getString(key)));
    for (String key : bundle.keySet()) {
      if (key.startsWith(prefix)) {
        sentences.put(key.substring(prefix.length()), bundle.getString(key).replace("''", "'"));
      }
    }
    return sentences;
  }

  static boolean has(Locale locale, String key) {
    return bundle(locale).containsKey(key);
  }

  static ResourceBundle bundle(Locale locale) {
    return TermBundle.of(
        "org.otklik.web.portal.sentences", locale, Sentences.class.getClassLoader());
  }

  /**
   * The form of the noun that goes with the number: {@code key.one}, {@code .few}, {@code .many}.
   */
  static String count(Locale locale, String key, long count) {
    return count(bundle(locale), locale, key, count);
  }

  static String count(ResourceBundle bundle, Locale locale, String key, long count) {
    return of(bundle, locale, key + "." + PluralForm.of(count, locale).suffix(), count);
  }
}
