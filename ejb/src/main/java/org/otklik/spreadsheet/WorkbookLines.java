package org.otklik.spreadsheet;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/** The sheets of an XLSX from outside. */
final class WorkbookLines {
  /** Unpacked; a table of answers is a thousandth of it. */
  private static final long MAX_UNPACKED_BYTES = 64 << 20;

  private static final int MAX_PARTS = 2000;
  private static final int MAX_ROWS = CsvLines.MAX_LINES;

  /** Further to the right nobody keeps answers; what stands there is not read. */
  private static final int MAX_COLUMNS = 1000;

  /** The day after the last one that a workbook knows, 9999-12-31. */
  private static final BigDecimal DAYS = BigDecimal.valueOf(2_958_466);

  /** Letters of the last column that Excel has, XFD. */
  private static final int MAX_COLUMN_LETTERS = 3;

  /** A workbook keeps no more digits of a number. */
  private static final int EXACT_DIGITS = 15;

  /**
   * A number with more decimals is written with an exponent: plainly it may be as long as you like.
   */
  private static final int MAX_DECIMALS = 30;

  private WorkbookLines() {}

  /** A sheet with something in it. */
  record SheetLines(String name, List<TableLine> lines) {}

  /**
   * Those that are shown first: what somebody has hidden is an older state, or a list of choices.
   *
   * @throws IOException when it is no workbook, or one that would cost too much to read
   */
  static List<SheetLines> of(byte[] content) throws IOException {
    boolean hasFormats = checked(content);
    List<SheetLines> sheets = new ArrayList<>();
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(
            new ByteArrayInputStream(content), new ReadingOptions(hasFormats, false))) {
      List<Sheet> shownFirst =
          workbook
              .getSheets()
              .sorted(Comparator.comparing(s -> s.getVisibility() != SheetVisibility.VISIBLE))
              .toList();
      for (Sheet sheet : shownFirst) {
        List<TableLine> lines = lines(sheet);
        if (!lines.isEmpty()) {
          sheets.add(new SheetLines(sheet.getName(), lines));
        }
      }
    } catch (ExcelReaderException | IllegalArgumentException | IllegalStateException e) {
      throw new IOException(e);
    }
    return sheets;
  }

  private static List<TableLine> lines(Sheet sheet) throws IOException {
    List<TableLine> lines = new ArrayList<>();
    try (Stream<Row> rows = sheet.openStream()) {
      int count = 0;
      long cells = 0;
      for (Iterator<Row> each = rows.iterator(); each.hasNext(); ) {
        Row row = each.next();
        if (++count > MAX_ROWS) {
          throw new ProblemException(ProblemCode.TABLE_TOO_MANY_LINES, MAX_ROWS);
        }
        TableLine line = line(row);
        cells += line.cells().size();
        if (cells > CsvLines.MAX_CELLS) {
          throw new ProblemException(ProblemCode.TABLE_TOO_MANY_CELLS, CsvLines.MAX_CELLS);
        }
        if (!line.isBlank()) {
          lines.add(line);
        }
      }
    }
    return lines;
  }

  private static TableLine line(Row row) {
    List<String> cells =
        new ArrayList<>(row.stream().limit(MAX_COLUMNS).map(WorkbookLines::text).toList());
    while (!cells.isEmpty() && cells.get(cells.size() - 1).isEmpty()) {
      cells.remove(cells.size() - 1);
    }
    return new TableLine(row.getRowNum(), List.copyOf(cells));
  }

  private static String text(Cell cell) {
    if (cell == null || cell.getType() == CellType.EMPTY) {
      return "";
    }
    boolean number =
        cell.getType() == CellType.NUMBER
            || cell.getType() == CellType.FORMULA && cell.getValue() instanceof BigDecimal;
    return number
        ? number((BigDecimal) cell.getValue(), cell)
        : CellText.cleaned(cell.getRawValue() == null ? cell.getText() : shown(cell));
  }

  /** Shared texts have their place in the table of texts as raw value. */
  private static String shown(Cell cell) {
    return cell.getValue() instanceof String text ? text : cell.getRawValue();
  }

  private static String number(BigDecimal value, Cell cell) {
    BigDecimal number = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    String format = String.valueOf(cell.getDataFormatString());
    boolean isLong = number.precision() - number.scale() > EXACT_DIGITS;
    if (isDate(format) && number.signum() >= 0 && number.compareTo(DAYS) < 0) {
      return cell.asDate().toLocalDate().toString();
    }
    if (isLong || number.scale() > MAX_DECIMALS) {
      return number.round(new MathContext(6)).toString(); // told as what Excel did to a long number
    }
    String plain = number.toPlainString();
    return format.matches("0+") && plain.length() < format.length() && !plain.startsWith("-")
        ? "0".repeat(format.length() - plain.length()) + plain
        : plain;
  }

  private static boolean isDate(String format) {
    String bare = format.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\[[^\\]]*]|\\\\.", "");
    return bare.contains("yy") || bare.contains("d") && bare.contains("m");
  }

  /**
   * Checks what it unpacks to, and that its cells are where a workbook has any.
   *
   * @return whether it has formats, which programs may leave out
   */
  private static boolean checked(byte[] content) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    SeekableByteChannel bytes = new SeekableInMemoryByteChannel(content);
    try (ZipFile zip = ZipFile.builder().setSeekableByteChannel(bytes).get()) {
      List<ZipArchiveEntry> parts = Collections.list(zip.getEntries());
      if (parts.size() > MAX_PARTS) {
        throw new IOException("More than " + MAX_PARTS + " parts");
      }
      long unpacked = 0;
      for (ZipArchiveEntry part : parts) {
        try (Limited limited = new Limited(zip.getInputStream(part), unpacked)) {
          if (part.getName().endsWith(".xml")) {
            checkCells(factory.createXMLStreamReader(limited));
          } else {
            limited.transferTo(OutputStream.nullOutputStream());
          }
          unpacked = limited.bytes;
        }
      }
      return zip.getEntry("xl/styles.xml") != null;
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private static void checkCells(XMLStreamReader xml) throws XMLStreamException, IOException {
    while (xml.hasNext()) {
      boolean cell = xml.next() == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("c");
      String place = cell ? xml.getAttributeValue(null, "r") : null;
      if (place != null && place.replaceAll("[^A-Za-z]", "").length() > MAX_COLUMN_LETTERS) {
        throw new IOException("No such cell");
      }
    }
  }

  /** A part, with what the parts before it unpacked to. */
  private static final class Limited extends FilterInputStream {
    private long bytes;

    Limited(InputStream in, long bytesBefore) {
      super(in);
      bytes = bytesBefore;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = super.read(into, offset, length);
      bytes += Math.max(0, read);
      if (bytes > MAX_UNPACKED_BYTES) {
        throw new IOException("Unpacks to more than " + MAX_UNPACKED_BYTES + " bytes");
      }
      return read;
    }
  }
}
