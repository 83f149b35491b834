package org.otklik.csv;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Lines of what spreadsheets save as CSV: separated by commas, semicolons or tabs, in UTF-8, with
 * or without its mark, or, as Excel in Russian does, in windows-1251.
 */
public final class SpreadsheetCsv {
  private static final Charset EXCEL = Charset.forName("windows-1251");

  private SpreadsheetCsv() {}

  /**
   * A line with something in it.
   *
   * @param number in the file, from 1; the last one where a cell has line breaks
   * @param cells trimmed
   */
  public record Line(long number, List<String> cells) {
    /** Nothing where the line ends before the column. */
    public String cell(int column) {
      return column < cells.size() ? cells.get(column) : "";
    }
  }

  /**
   * @throws IOException when lines cannot be told apart, such as after an open quote
   */
  public static List<Line> lines(byte[] content) throws IOException {
    String text = text(content);
    String header = text.lines().findFirst().orElse("");
    CSVFormat format =
        CSVFormat.RFC4180.builder().setDelimiter(delimiter(header)).setTrim(true).get();
    List<Line> lines = new ArrayList<>();
    try (CSVParser parser = format.parse(new StringReader(text))) {
      for (CSVRecord record : parser) {
        Line line =
            new Line(parser.getCurrentLineNumber(), record.stream().map(String::strip).toList());
        if (!line.cells().stream().allMatch(String::isBlank)) { // left at the end, most often
          lines.add(line);
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return lines;
  }

  private static String text(byte[] content) {
    String text;
    try {
      text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(content))
              .toString();
    } catch (CharacterCodingException notUtf8) {
      text = new String(content, EXCEL);
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static String delimiter(String header) {
    if (header.contains("\t")) {
      return "\t";
    }
    return header.contains(";") ? ";" : ",";
  }
}
