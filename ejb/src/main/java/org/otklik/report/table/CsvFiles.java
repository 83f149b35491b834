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
import org.otklik.emotion.Polarity;
import org.otklik.report.figures.ReportContents;
import org.otklik.spreadsheet.CsvRecords;

/**
 * A report's tables, one CSV file each in a ZIP, for spreadsheets of the report's language: names
 * of columns and constants are the same in every language.
 */
public final class CsvFiles {
  private CsvFiles() {}

  public static byte[] zip(ReportContents contents, Locale locale) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (Table table : ReportTables.of(contents)) {
        zip.putNextEntry(new ZipEntry(table.key() + ".csv"));
        write(table, new OutputStreamWriter(zip, StandardCharsets.UTF_8), locale);
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Writing into memory failed", e);
    }
    return bytes.toByteArray();
  }

  private static void write(Table table, Writer writer, Locale locale) throws IOException {
    CsvRecords csv = CsvRecords.forSpreadsheet(writer, locale);
    csv.write(table.columns().stream().map(Column::key).toList());
    for (List<Object> row : table.rows()) {
      csv.write(row.stream().map(CsvFiles::cell).toList());
    }
    writer.flush();
  }

  private static Object cell(Object value) {
    return value instanceof Polarity polarity ? polarity.groups() : value;
  }
}
