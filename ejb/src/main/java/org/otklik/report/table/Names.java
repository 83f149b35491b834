package org.otklik.report.table;

import java.util.Locale;

/** Names for machines. */
final class Names {

  private Names() {}

  /** A constant's name as a part of a column's. */
  static String key(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
