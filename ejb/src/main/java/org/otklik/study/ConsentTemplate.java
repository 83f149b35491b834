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
    try (InputStream in =
        ConsentTemplate.class.getResourceAsStream("consent_" + language + ".txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
