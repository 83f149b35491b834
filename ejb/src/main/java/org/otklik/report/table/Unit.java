package org.otklik.report.table;

/** What a column's values are, and so how a spreadsheet shows them. */
enum Unit {
  TEXT("@"),
  WHOLE("0"),
  /** Values from -1 to 1, probabilities. */
  DECIMAL("0.000"),
  SECONDS("0.0"),
  /** 0..1, shown in per cent. */
  SHARE("0.0%"),
  /** Figures from -100 to 100. */
  POINTS("0.0");

  private final String format;

  Unit(String format) {
    this.format = format;
  }

  /** In the notation of spreadsheets, which show it in their own locale. */
  String format() {
    return format;
  }
}
