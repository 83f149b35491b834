package org.otklik.spreadsheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.otklik.text.SpreadsheetText;

/**
 * Writes records as CSV by RFC 4180; what is missing or no number is empty, and a text that a
 * spreadsheet would take for a formula gets an apostrophe before it. Numbers are in full.
 */
public final class CsvRecords {
  private static final String RUSSIAN = "ru";
  private static final String RUSSIAN_DELIMITER = ";";
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final CSVPrinter printer;
  private final boolean isRussian;

  private CsvRecords(Appendable to, boolean isRussian) throws IOException {
    CSVFormat format = CSVFormat.RFC4180;
    this.printer =
        new CSVPrinter(
            to, isRussian ? format.builder().setDelimiter(RUSSIAN_DELIMITER).get() : format);
    this.isRussian = isRussian;
  }

  /** The same for everybody: commas between cells, points in numbers, no mark of UTF-8. */
  public static CsvRecords forPrograms(Appendable to) throws IOException {
    return new CsvRecords(to, false);
  }

  /**
   * Excel of the language opens it as a table (decision 63): with the mark of UTF-8; in Russian
   * with semicolons and decimal commas.
   */
  public static CsvRecords forSpreadsheet(Appendable to, Locale locale) throws IOException {
    to.append(BYTE_ORDER_MARK);
    return new CsvRecords(to, locale.getLanguage().equals(RUSSIAN));
  }

  public void write(List<?> cells) throws IOException {
    printer.printRecord(cells.stream().map(this::cell).toList());
  }

  private String cell(Object value) {
    if (value == null || value instanceof Double number && !Double.isFinite(number)) {
      return null;
    }
    if (value instanceof Number) {
      String number = value instanceof BigDecimal exact ? exact.toPlainString() : value.toString();
      return isRussian ? number.replace('.', ',') : number;
    }
    return value instanceof String text ? SpreadsheetText.guarded(text) : value.toString();
  }
}
