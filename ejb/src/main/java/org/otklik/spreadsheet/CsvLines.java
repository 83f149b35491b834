package org.otklik.spreadsheet;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The lines of a CSV, by one delimiter. */
final class CsvLines {
  private static final List<String> DELIMITERS = List.of(";", ",", "\t", "|");

  /** Excel's own way to say how it divided the cells. */
  private static final Pattern STATED = Pattern.compile("\\A\\s*\"?sep=(.)\"?[;,\\t]*(?=\\R|\\z)");

  private CsvLines() {}

  /**
   * The text as each delimiter divides it, the likeliest first.
   *
   * @throws IOException when none can, such as after an open quote
   */
  static List<List<TableLine>> readings(String text) throws IOException {
    Matcher stated = STATED.matcher(text);
    if (stated.lookingAt()) {
      return List.of(lines(text.substring(stated.end()), stated.group(1), startLine(stated)));
    }
    List<List<TableLine>> readings = new ArrayList<>();
    IOException failure = null;
    for (String delimiter : DELIMITERS) {
      try {
        readings.add(lines(text, delimiter, 0));
      } catch (IOException e) {
        failure = e;
      }
    }
    if (readings.isEmpty()) {
      throw failure;
    }
    readings.sort((one, other) -> Long.compare(cells(other), cells(one)));
    return readings;
  }

  /** Lines that end before the text that is read: none of the statement's own is left. */
  private static long startLine(Matcher stated) {
    return stated.group().lines().count() - 1;
  }

  private static long cells(List<TableLine> lines) {
    return lines.stream().mapToLong(line -> line.cells().size()).sum();
  }

  private static List<TableLine> lines(String text, String delimiter, long before)
      throws IOException {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(delimiter)
            .setIgnoreSurroundingSpaces(true)
            .setTrailingData(true)
            .get();
    List<TableLine> lines = new ArrayList<>();
    try (CSVParser parser = format.parse(new StringReader(text))) {
      for (CSVRecord record : parser) {
        TableLine line =
            new TableLine(
                before + parser.getCurrentLineNumber(),
                record.stream().map(CellText::cleaned).toList());
        if (!line.isBlank()) {
          lines.add(line);
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return lines;
  }
}
