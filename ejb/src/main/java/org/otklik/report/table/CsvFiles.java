package org.otklik.report.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.otklik.emotion.Polarity;
import org.otklik.report.figures.ReportContents;
import org.otklik.text.SpreadsheetText;

/**
 * A report's tables for machines, one CSV file each (RFC 4180, UTF-8) in a ZIP: names of columns
 * and constants are the same in every language, numbers are in full with a point, missing values
 * empty.
 */
public final class CsvFiles {

  private static final CSVFormat FORMAT = CSVFormat.RFC4180;

  private CsvFiles() {}

  public static byte[] zip(ReportContents contents) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (Table table : ReportTables.of(contents)) {
        zip.putNextEntry(new ZipEntry(table.key() + ".csv"));
        write(table, new OutputStreamWriter(zip, StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Writing into memory failed", e);
    }
    return bytes.toByteArray();
  }

  private static void write(Table table, Writer writer) throws IOException {
    CSVPrinter csv = new CSVPrinter(writer, FORMAT);
    csv.printRecord(table.columns().stream().map(Column::key).toList());
    for (List<Object> row : table.rows()) {
      csv.printRecord(row.stream().map(CsvFiles::cell).toList());
    }
    csv.flush();
  }

  private static String cell(Object value) {
    if (value == null || value instanceof Double number && !Double.isFinite(number)) {
      return "";
    }
    if (value instanceof Polarity polarity) {
      return polarity.groups().toString();
    }
    return value instanceof String text ? SpreadsheetText.guarded(text) : value.toString();
  }
}
