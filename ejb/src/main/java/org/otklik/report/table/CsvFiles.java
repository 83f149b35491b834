package org.otklik.report.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.otklik.emotion.Polarity;
import org.otklik.report.figures.ReportContents;
import org.otklik.text.SpreadsheetText;

/**
 * A report's tables, one CSV file each in a ZIP: names of columns and constants are the same in
 * every language, numbers are in full, missing values empty. Excel of the report's language opens
 * them as tables (decision 63): UTF-8 with its mark; in Russian with semicolons and decimal commas.
 */
public final class CsvFiles {

  private static final String RUSSIAN = "ru";
  private static final String RUSSIAN_DELIMITER = ";";
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final boolean isRussian;

  private CsvFiles(Locale locale) {
    isRussian = locale.getLanguage().equals(RUSSIAN);
  }

  public static byte[] zip(ReportContents contents, Locale locale) {
    CsvFiles files = new CsvFiles(locale);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (Table table : ReportTables.of(contents)) {
        zip.putNextEntry(new ZipEntry(table.key() + ".csv"));
        files.write(table, new OutputStreamWriter(zip, StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Writing into memory failed", e);
    }
    return bytes.toByteArray();
  }

  private void write(Table table, Writer writer) throws IOException {
    writer.write(BYTE_ORDER_MARK);
    CSVFormat format = CSVFormat.RFC4180;
    CSVPrinter csv =
        new CSVPrinter(
            writer, isRussian ? format.builder().setDelimiter(RUSSIAN_DELIMITER).get() : format);
    csv.printRecord(table.columns().stream().map(Column::key).toList());
    for (List<Object> row : table.rows()) {
      csv.printRecord(row.stream().map(this::cell).toList());
    }
    csv.flush();
  }

  private String cell(Object value) {
    if (value == null || value instanceof Double number && !Double.isFinite(number)) {
      return "";
    }
    if (value instanceof Polarity polarity) {
      return polarity.groups().toString();
    }
    if (value instanceof Number) {
      return isRussian ? value.toString().replace('.', ',') : value.toString();
    }
    return value instanceof String text ? SpreadsheetText.guarded(text) : value.toString();
  }
}
