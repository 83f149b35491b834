package org.otklik.spreadsheet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

class TableTest {
  private static final String TWO = "v01=9 v02=8";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "viewer;nps\nv01;9\nv02;8",
        "viewer|nps\nv01|9\nv02|8",
        "viewer,nps\rv01,9\rv02,8\r",
        "sep=,\r\nviewer,nps\r\nv01,9\r\nv02,8\r\n",
        "\"sep=;\"\nviewer;nps\nv01;9\nv02;8",
        "\uFEFFsep=\t\nviewer\tnps\nv01\t9\nv02\t8",
        "Survey of spring, by agency\n\n;;\nviewer;nps;\nv01;9;\nv02;8;\n",
        "Results, 2026\nn = 2; all\nviewer,nps\nv01,9\nv02,8\n",
        "\"Which; of; these; do; you; like?\",viewer,nps\nx,v01,9\ny,v02,8\n",
        "\"Which, of these?\";viewer;nps\nx;v01;9\ny;v02;8\n",
        " \"viewer\" ; \"nps\"\n \"v01\" ; \"9\"\n\u00a0\"v02\" ;8\n",
        "\u00a0Viewer\u200b ;\u2003NPS\nv01\u00a0;9\u202f\n\u200bv02;\u00a08\n",
        "VIEWER;NPS;a;b\nv01;9\nv02;8",
        "Код зрителя;Оценка NPS\nv01;9\nv02;8",
        "ID зрителя;NPS (0–10)\nv01;9\nv02;8",
        "viewer_id,nps_score,NPS_GROUP\nv01,9,Promoter\nv02,8,Passive",
        "Respondent ID;How likely are you to recommend us to a friend?\nv01;9\nv02;8",
        "Респондент;Насколько вероятно, что вы порекомендуете нас?\nv01;9\nv02;8",
        "viewer,How likely are you to recommend us sometimes?,NPS comment\nv01,9,x\nv02,8,y",
        "viewer,How likely are you to recommend us? - Group,How likely are you to recommend us?\n"
            + "v01,Promoter,9\nv02,Passive,8",
        "id;viewer;nps\n1;v01;9\n2;v02;8",
      })
  void whateverFormItIsSavedIn(String text) {
    assertEquals(TWO, values(text.getBytes(UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Qualtrics
        "Q0,Q1\nViewer code,NPS\n\"{\"\"ImportId\"\":\"\"QID1\"\"}\","
            + "\"{\"\"ImportId\"\":\"\"QID2\"\"}\"\nv01,9\nv02,8\n",
        "viewer,nps\nWhat is your code?,How likely are you to recommend us?\n"
            + "\"{\"\"ImportId\"\":\"\"QID1\"\"}\",\"{\"\"ImportId\"\":\"\"QID2\"\"}\"\nv01,9\nv02,8",
        // SurveyMonkey
        "viewer;nps\nOpen-Ended Response;Response\nv01;9\nv02;8\n",
        // LimeSurvey
        "id. Response ID;viewer. Viewer code;nps. Would you tell a friend\n1;v01;9\n2;v02;8\n",
        // cells merged downwards and across
        "Viewer;Scores;\n;NPS;CSAT\nv01;9;4\nv02;8;5\n",
        "Код зрителя;Оценки\n;NPS\nv01;9\nv02;8\n",
        "Зритель;Оценки;\n;Ролик;\n;NPS;CSAT\nv01;9;4\nv02;8;5\n",
        "Код зрителя;NPS\nУкажите ваш код:;Ваша оценка\nv01;9\nv02;8\n",
      })
  void headingsOfSurveyToolsAreNoLines(String text) {
    assertEquals(TWO, values(text.getBytes(UTF_8)));
  }

  @Test
  void firstLineWithAWrongValueIsALine() {
    Table table = read("viewer,nps\nv01,nine\nv02,8\n".getBytes(UTF_8));
    assertEquals(2, table.lines().size());
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, Мюллер ёж, false",
    "UTF-16LE, Иванов, false",
    "UTF-16BE, Иванов, false",
    "windows-1251, Иванов, true",
    "windows-1251, ОБЪЁМ № 5, true",
    "windows-1251, «Щука» — эхо, true",
    "IBM866, Иванов, true",
    "IBM866, ПЁТР № 7, true",
    "IBM866, Щербакова Юлия, true",
    "windows-1252, Müller, true",
    "windows-1252, Garçon Ørsted, true",
    "windows-1252, naïve café, true",
    "windows-1252, Peña €5, true"
  })
  void encodingIsGuessedAndToldWhereItIsNone(String charset, String name, boolean told) {
    Table table = read(("viewer;nps\n" + name + ";9\n").getBytes(Charset.forName(charset)));
    assertEquals(name + "=9", values(table));
    assertEquals(
        told ? List.of(charset) : List.of(),
        table.notes().stream().map(note -> note.arguments().get(0)).toList());
  }

  @Test
  void unicodeWithItsMark() {
    for (Charset charset : List.of(UTF_8, UTF_16LE, UTF_16BE)) {
      assertEquals("я=9", values("\uFEFFviewer\tnps\r\nя\t9\r\n".getBytes(charset)));
    }
  }

  @Test
  void brokenByteSpoilsItsLineOnly() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write("зритель;nps\nИванов;9\n".getBytes(UTF_8));
    file.write("Петров;8\n".getBytes(Charset.forName("windows-1251")));
    file.write("Сидоров;7\nM".getBytes(UTF_8));
    file.write("\u00fcller;6\n".getBytes(ISO_8859_1));
    Table table = read(file.toByteArray());
    assertEquals(List.of(), table.notes());
    assertEquals("Иванов", table.cell(table.lines().get(0), TableColumn.VIEWER));
    assertEquals("Сидоров", table.cell(table.lines().get(2), TableColumn.VIEWER));
    for (int spoilt : List.of(1, 3)) {
      String cell = table.cell(table.lines().get(spoilt), TableColumn.VIEWER);
      assertEquals(
          ProblemCode.TABLE_LINE_GARBLED,
          assertThrows(ProblemException.class, () -> CellText.name(cell)).code());
    }
  }

  @Test
  void numbersOfLinesAreThoseOfTheFile() {
    Table table = read("sep=;\n\ntitle\nviewer;nps\n\nv01;9\n\"v\n02\";8\n".getBytes(UTF_8));
    assertEquals(List.of(6L, 8L), table.lines().stream().map(TableLine::number).toList());
    assertEquals(
        List.of("The columns are named in line 4; the lines before it were skipped."),
        table.notes().stream().map(note -> note.sentence(Locale.ENGLISH)).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "'''007', 007",
    "'=\"007\"', 007",
    "'\"=\"\"007\"\"\"', 007",
    "'''=1+1', =1+1",
    "''' s', ''' s'",
    "'''s-Hertogenbosch', '''s-Hertogenbosch'"
  })
  void whatKeepsATextATextIsNoPartOfIt(String cell, String meant) {
    Table table = read(("viewer;nps\n" + cell + ";9\n").getBytes(UTF_8));
    assertEquals(meant, table.cell(table.lines().get(0), TableColumn.VIEWER));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,23457E+12", "1.23457E+12", "1E+12", "-1,2e+15", "1,23457Е+12"})
  void longNumberThatWasShortenedIsTold(String cell) {
    assertEquals(
        ProblemCode.TABLE_NUMBER_SHORTENED,
        assertThrows(ProblemException.class, () -> CellText.name(cell)).code());
  }

  @Test
  void columnChosenByTheWordsOfAQuestionIsTold() {
    String question = "Готовы ли вы рекомендовать? (да=1, нет=0)";
    Table table = read(("Код зрителя;" + question + ";CSAT\nv01;1;4\n").getBytes(UTF_8));
    assertEquals(
        List.of(
            "Read as NPS by its words: “%s”. If another column is meant, name that one “NPS”."
                .formatted("Готовы ли вы рекомендовать? (да=1, нет=0")),
        table.notes().stream()
            .map(note -> note.sentence(Locale.ENGLISH).replace("…", ""))
            .toList());
  }

  @Test
  void headingThatIsAdvisedMeansItsColumn() {
    for (TableColumn column : TableColumn.values()) {
      assertEquals(OptionalInt.of(0), column.rank(column.heading()), column.name());
    }
  }

  @Test
  void columnWithoutAHeadingIsNamedByItsLetterWhenItHoldsSomething() {
    Table table = read("viewer;nps;;\nv01;9;;x\n".getBytes(UTF_8));
    assertEquals(List.of(new Table.Other(3, "D", false)), table.others());
  }

  @ParameterizedTest
  @CsvSource({
    "'viewer;nps\n', TABLE_NO_LINES",
    "'viewer;nps\n;\n', TABLE_NO_LINES",
    "'v01;9\nv02;8\n', ANSWERS_HEADER_INVALID",
    "'viewer;nps;NPS\nv01;9;8\n', TABLE_COLUMN_TWICE",
    "'viewer;How likely are you to recommend A?;How likely are you to recommend B?\nv01;9;8\n', TABLE_COLUMN_EITHER",
    "'', ANSWERS_MALFORMED",
    "'\0\1\2\3viewer', ANSWERS_MALFORMED",
    "'viewer;nps\n\"v01;9\nv02;8', TABLE_QUOTE_OPEN"
  })
  void whatIsNoTableIsTold(String text, ProblemCode code) {
    assertEquals(code, refusal(text.getBytes(UTF_8)));
  }

  /** Else the lines between two such marks would be one comment. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "viewer;nps;comment\nv01;9;\"well, ok\nv02;8;fine\nv03;6;\"also\nv04;5;bye\n",
        "viewer;nps;comment\nv01;9;\"well, ok\nv02;8;fine\n",
        "viewer,nps,comment\r\nv01,9,\"well; ok\r\nv02,8,fine\r\n"
      })
  void quotationMarkThatIsNotClosedIsToldWithItsLine(String text) {
    ProblemException problem =
        assertThrows(ProblemException.class, () -> read(text.getBytes(UTF_8)));
    assertEquals(ProblemCode.TABLE_QUOTE_OPEN, problem.code());
    assertTrue(problem.sentence(Locale.ENGLISH).startsWith("In line 2 "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sep=\"\n", "sep=a\n", "sep=\n"})
  void whatDividesNothingIsNoDelimiter(String stated) {
    assertEquals("v01=9", values(read((stated + "viewer;nps\nv01;9\n").getBytes(UTF_8))));
  }

  @Test
  void cellMayHoldLinesAndMarks() {
    Table table =
        read(
            "viewer;nps;comment\nv01;9;\"a \"\"b\"\";\nc;d\" \nv02;8;\"e\" f\nv03;7;x\"y\n"
                .getBytes(UTF_8));
    assertEquals("v01=9 v02=8 v03=7", values(table));
  }

  @Test
  void controlCharacterSpoilsItsLineOnly() {
    Table table = read("viewer;nps\nv\00701;9\nv02;8\nv\00003;7\n".getBytes(UTF_8));
    assertEquals(3, table.lines().size());
    assertEquals(
        ProblemCode.TABLE_LINE_GARBLED,
        assertThrows(
                ProblemException.class,
                () -> CellText.name(table.cell(table.lines().get(0), TableColumn.VIEWER)))
            .code());
    assertEquals("v02", table.cell(table.lines().get(1), TableColumn.VIEWER));
  }

  @Test
  void moreLinesThanAnybodyHasAreTold() {
    byte[] text = ("viewer;nps\n" + "v;9\n".repeat(CsvLines.MAX_LINES + 1)).getBytes(UTF_8);
    assertEquals(ProblemCode.TABLE_TOO_MANY_LINES, refusal(text));
  }

  @Test
  void workbookIsRead() throws IOException {
    byte[] xlsx =
        workbook(
            "Title",
            new Object[] {"Survey"},
            new Object[] {},
            new Object[] {"Viewer ID", "NPS", "mail"},
            new Object[] {"v01", 9, "a@b.c"},
            new Object[] {7, "8 - likely"},
            new Object[] {1_234_567_890_123L, 7.0});
    Table table = read(xlsx);
    assertEquals("v01=9 7=8 - likely 1234567890123=7", values(table));
    assertEquals(List.of(4L, 5L, 6L), table.lines().stream().map(TableLine::number).toList());
  }

  /** In 5 kB a text of a billion zeros. */
  @ParameterizedTest
  @ValueSource(strings = {"1E-999999999", "1E999999999", "1E-400", "-1E-2147483647"})
  void numberWithAnExponentBeyondAllIsNotWrittenOut(String number) throws IOException {
    Object[] line = {"v", new BigDecimal(number)};
    byte[] file = workbook("A", new Object[] {"viewer", "nps"}, line);
    assertTrue(values(file).length() < 100);
  }

  @Test
  void cellsFarToTheRightCostNothing() throws IOException {
    Object[] wide = new Object[16_384];
    Arrays.fill(wide, "");
    wide[0] = "v";
    wide[1] = 9;
    wide[16_383] = 1;
    Table table = read(workbook("A", new Object[] {"viewer", "nps"}, wide));
    assertEquals(2, table.lines().get(0).cells().size());
    assertEquals(
        ProblemCode.TABLE_TOO_MANY_CELLS,
        refusal(("viewer;nps" + ";".repeat(1_000_001)).getBytes()));
  }

  @Test
  void dateThatNoCalendarHasIsANumber() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(file, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("A");
      sheet.value(0, 0, "viewer");
      sheet.value(0, 1, "nps");
      sheet.value(1, 0, "v");
      sheet.value(1, 1, new BigDecimal("1E300"));
      sheet.style(1, 1).format("yyyy-mm-dd").set();
    }
    assertEquals("v=1E+300", values(file.toByteArray()));
  }

  @Test
  void digitsThatAWorkbookLostAreTold() throws IOException {
    Table table =
        read(
            workbook("A", new Object[] {"viewer", "nps"}, new Object[] {1.2345678901234568e18, 9}));
    String cell = table.cell(table.lines().get(0), TableColumn.VIEWER);
    assertThrows(ProblemException.class, () -> CellText.name(cell));
  }

  @Test
  void sheetThatIsShownComesBeforeAHiddenOne() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(file, "test", "1.0")) {
      for (String name : List.of("Old", "New")) {
        Worksheet sheet = workbook.newWorksheet(name);
        sheet.value(0, 0, "viewer");
        sheet.value(0, 1, "nps");
        sheet.value(1, 0, name);
        sheet.value(1, 1, 9);
        if (name.equals("Old")) {
          sheet.setVisibilityState(VisibilityState.HIDDEN);
        }
      }
    }
    assertEquals("New=9", values(file.toByteArray()));
  }

  @Test
  void sheetThatNamesTheColumnsIsFound() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(file, "test", "1.0")) {
      workbook.newWorksheet("About").value(0, 0, "nothing");
      Worksheet sheet = workbook.newWorksheet("Data");
      sheet.value(0, 0, "viewer");
      sheet.value(0, 1, "nps");
      sheet.value(1, 0, 7);
      sheet.style(1, 0).format("000").set();
      sheet.value(1, 1, 9);
    }
    Table table = read(file.toByteArray());
    assertEquals("007=9", values(table));
    assertEquals("The sheet “Data” was read.", table.notes().get(0).sentence(Locale.ENGLISH));
  }

  @Test
  void workbookThatCannotBeReadIsTold() throws IOException {
    byte[] old = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, 1};
    assertEquals(ProblemCode.TABLE_WORKBOOK_UNREADABLE, refusal(old));
    assertEquals(ProblemCode.TABLE_WORKBOOK_UNREADABLE, refusal(zip("a.txt", "text")));
    String far =
        "<worksheet><sheetData><row><c r=\"ZZZZZZ1\"><v>1</v></c></row></sheetData></worksheet>";
    assertEquals(
        ProblemCode.TABLE_WORKBOOK_UNREADABLE, refusal(zip("xl/worksheets/sheet1.xml", far)));
    assertEquals(
        ProblemCode.TABLE_WORKBOOK_UNREADABLE, refusal(zip("a.bin", "0".repeat(65 << 20))));
  }

  private static byte[] zip(String name, String content) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(file)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content.getBytes(UTF_8));
    }
    return file.toByteArray();
  }

  private static byte[] workbook(String name, Object[]... rows) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(file, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet(name);
      for (int row = 0; row < rows.length; row++) {
        for (int column = 0; column < rows[row].length; column++) {
          if (rows[row][column] instanceof Number number) {
            sheet.value(row, column, number);
          } else {
            sheet.value(row, column, rows[row][column].toString());
          }
        }
      }
    }
    return file.toByteArray();
  }

  private static ProblemCode refusal(byte[] file) {
    return assertThrows(ProblemException.class, () -> read(file)).code();
  }

  private static Table read(byte[] file) {
    return Table.read(file, TableForm.ANSWERS);
  }

  private static String values(byte[] file) {
    return values(read(file));
  }

  private static String values(Table table) {
    assertTrue(table.columns().containsKey(TableColumn.NPS));
    return table.lines().stream()
        .map(line -> table.cell(line, TableColumn.VIEWER) + "=" + table.cell(line, TableColumn.NPS))
        .collect(Collectors.joining(" "));
  }
}
