package org.otklik.terms;

import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;

/**
 * Sentences in the words of a campaign of calls, where a script stands for the creative, a customer
 * for the viewer and a call for the viewing. Where other words are not enough, a sentence of its
 * own stands beside the usual one: {@code in-calls.} and its key.
 */
public final class CallBundle extends ResourceBundle {
  private static final String INSTEAD = "in-calls.";

  private final ResourceBundle sentences;

  public CallBundle(ResourceBundle sentences) {
    this.sentences = sentences;
  }

  @Override
  public Locale getLocale() {
    return sentences.getLocale();
  }

  @Override
  protected Object handleGetObject(String key) {
    if (sentences.containsKey(INSTEAD + key)) {
      return sentences.getString(INSTEAD + key);
    }
    return sentences.containsKey(key) ? CallWords.of(sentences.getString(key), getLocale()) : null;
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
