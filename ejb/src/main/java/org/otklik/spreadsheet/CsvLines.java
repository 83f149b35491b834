package org.otklik.spreadsheet;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/** The lines of a CSV, by one delimiter. */
final class CsvLines {
  static final int MAX_LINES = 100_000;
  static final int MAX_CELLS = 1_000_000;

  private static final List<String> DELIMITERS = List.of(";", ",", "\t", "|");

  /** Excel's own way to say how it divided the cells. */
  private static final Pattern STATED =
      Pattern.compile("\\A\\s*\"?sep=([^\"\\p{L}\\p{N}\\r\\n])\"?[;,\\t]*(?=\\R|\\z)");

  private CsvLines() {}

  /**
   * The text as one delimiter divides it.
   *
   * @param lines none where it cannot
   * @param openQuoteLine where a quotation mark opens that is never closed; 0: nowhere
   */
  record Reading(List<TableLine> lines, long openQuoteLine) {
    /** How much it divides the text: the delimiter that is meant divides it most. */
    long cells() {
      return lines.stream().mapToLong(line -> line.cells().size()).sum();
    }
  }

  /**
   * The text as each delimiter divides it, one after the other, for each is as large as the text.
   *
   * @throws ProblemException TABLE_TOO_MANY_LINES, TABLE_TOO_MANY_CELLS
   * @throws UncheckedIOException when it is no CSV
   */
  static Stream<Reading> readings(String text) {
    Matcher stated = STATED.matcher(text);
    if (stated.lookingAt()) {
      String below = text.substring(stated.end());
      return Stream.of(reading(below, stated.group(1), startLine(stated)));
    }
    return DELIMITERS.stream().map(delimiter -> reading(text, delimiter, 0));
  }

  /** Lines that end before the text that is read: none of the statement's own is left. */
  private static long startLine(Matcher stated) {
    return stated.group().lines().count() - 1;
  }

  private static Reading reading(String text, String delimiter, long before) {
    if (text.chars().filter(one -> one == delimiter.charAt(0)).count() > MAX_CELLS) {
      throw new ProblemException(ProblemCode.TABLE_TOO_MANY_CELLS, MAX_CELLS);
    }
    long open = OpenQuote.line(text, delimiter.charAt(0));
    if (open > 0) {
      return new Reading(List.of(), before + open);
    }
    return new Reading(lines(text, delimiter, before), 0);
  }

  private static List<TableLine> lines(String text, String delimiter, long before) {
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
        if (lines.size() > MAX_LINES) {
          throw new ProblemException(ProblemCode.TABLE_TOO_MANY_LINES, MAX_LINES);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }
}
