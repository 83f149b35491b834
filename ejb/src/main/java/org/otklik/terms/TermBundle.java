package org.otklik.terms;

import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;

/**
 * The sentences of one part of the product, with the terms that all parts share behind them: a key
 * that the sentences do not have is looked up among the terms.
 */
public final class TermBundle extends ResourceBundle {
  // No fallback to the server's own locale: an English report must not turn Russian there.
  private static final Control NO_FALLBACK =
      Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

  private final ResourceBundle sentences;

  private TermBundle(ResourceBundle sentences, ResourceBundle terms) {
    this.sentences = sentences;
    setParent(terms);
  }

  /**
   * @param loader of the class that reads the sentences, since each module has its own
   */
  public static ResourceBundle of(String sentences, Locale locale, ClassLoader loader) {
    return new TermBundle(
        ResourceBundle.getBundle(sentences, locale, loader, NO_FALLBACK), terms(locale));
  }

  /** The terms alone. */
  public static ResourceBundle terms(Locale locale) {
    return ResourceBundle.getBundle(
        "org.otklik.terms.terms", locale, TermBundle.class.getClassLoader(), NO_FALLBACK);
  }

  @Override
  public Locale getLocale() {
    return sentences.getLocale();
  }

  @Override
  protected Object handleGetObject(String key) {
    return sentences.containsKey(key) ? sentences.getObject(key) : null;
  }

  @Override
  protected Set<String> handleKeySet() {
    return sentences.keySet();
  }

  @Override
  public Enumeration<String> getKeys() {
    return Collections.enumeration(keySet());
  }
}
