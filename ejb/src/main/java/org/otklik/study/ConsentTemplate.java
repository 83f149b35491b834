package org.otklik.study;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A consent to begin with; what its author has to fill in stands in brackets. */
public final class ConsentTemplate {
  private ConsentTemplate() {}

  /**
   * @param language en or ru
   */
  public static String of(String language) {
    return read("consent_" + language + ".txt");
  }

  /**
   * Of a live showing, which keeps no video.
   *
   * @param language en or ru
   */
  public static String ofShowing(String language) {
    return read("consent_showing_" + language + ".txt");
  }

  private static String read(String name) {
    try (InputStream in = ConsentTemplate.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
