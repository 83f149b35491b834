package org.otklik.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** System properties; what is wrong is told by its name. */
final class Property {
  private Property() {}

  /** Null when missing or blank. */
  static String text(String property) {
    return text(property, null);
  }

  static String text(String property, String otherwise) {
    String value = System.getProperty(property, "");
    return value.isBlank() ? otherwise : value.strip();
  }

  static String required(String property) {
    String value = text(property);
    if (value == null) {
      throw new IllegalStateException("The system property " + property + " must be set.");
    }
    return value;
  }

  /**
   * From the file {@code property-file}, else the environment, else the property itself.
   *
   * @throws IllegalStateException if it is in none of them
   */
  static String secret(String property, String environment) {
    String file = text(property + "-file");
    if (file != null) {
      try {
        return Files.readString(Path.of(file)).strip();
      } catch (IOException e) {
        throw new IllegalStateException(property + "-file cannot be read: " + file, e);
      }
    }
    String given = System.getenv(environment);
    return given == null || given.isBlank() ? required(property) : given;
  }

  /** Where people find the portal, without a slash at its end. */
  static String portal() {
    String text = required("otklik.portal.url");
    if (!text.matches("https?://[A-Za-z0-9.:\\[\\]-]+(/[A-Za-z0-9._~/-]*)?")) {
      throw new IllegalStateException("otklik.portal.url must look like https://host/: " + text);
    }
    return text.replaceAll("/+$", "");
  }

  static double number(String property, double otherwise, double least, double most) {
    String value = text(property);
    if (value == null) {
      return otherwise;
    }
    try {
      double number = Double.parseDouble(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IllegalStateException(property + " is no number: " + value, e);
    }
    throw new IllegalStateException(
        property + " must lie between " + least + " and " + most + ": " + value);
  }
}
