package org.otklik.settings;

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
