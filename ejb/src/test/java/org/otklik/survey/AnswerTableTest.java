package org.otklik.survey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.metric.answer.ViewerAnswer;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

class AnswerTableTest {
  private static final List<ViewerAnswer> TWO =
      List.of(new ViewerAnswer("v01", 9, 4), new ViewerAnswer("v02", null, 5));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "viewer,nps,csat\nv01,9,4\nv02,,5\n",
        "viewer;nps;csat\r\nv01;9;4\r\nv02;;5",
        "viewer\tnps\tcsat\nv01\t9\t4\nv02\t\t5\n",
        "\uFEFFCSAT;Viewer;NPS\n4;v01;9\n5; v02 ;\n;;\n\n",
        "\"viewer\",\"nps\",\"csat\"\n\"v01\",\"9\",\"4\"\nv02,,5",
        "зритель;nps;csat\nv01;9;4\nv02;;5\n"
      })
  void whatSpreadsheetsSaveIsRead(String text) {
    AnswerTable table = read(text.getBytes(UTF_8));
    assertEquals(List.of(), table.problems());
    assertEquals(TWO, table.answers().stream().map(AnswerLine::answer).toList());
  }

  @Test
  void excelInRussianIsRead() {
    byte[] file = "зритель;nps\nМария;10\n".getBytes(Charset.forName("windows-1251"));
    assertEquals(
        List.of(new ViewerAnswer("Мария", 10, null)),
        read(file).answers().stream().map(AnswerLine::answer).toList());
  }

  /** Hundreds of thousands with a stack trace each ended the server for want of memory. */
  @Test
  void problemOfALineCostsLittle() {
    AnswerTable table = read(("viewer;nps\n" + "v;11\n".repeat(90_000)).getBytes(UTF_8));
    assertEquals(90_000, table.problems().size());
    assertEquals(0, table.problems().get(0).problem().getStackTrace().length);
  }

  @Test
  void everyLineThatCannotBeTakenIsTold() {
    AnswerTable table =
        read(
            """
            viewer,nps,csat
            v01,11,4
            v02,9,0
            ,9,
            v03,-,
            v04,nine,
            v05,7.5,
            v06,10,5
            v06,3,1
            """
                .getBytes(UTF_8));
    assertEquals(1, table.answers().size());
    assertEquals(8, table.answers().get(0).line());
    assertEquals(
        List.of(
            "2 FIELD_INVALID",
            "3 FIELD_INVALID",
            "4 FIELD_MISSING",
            "6 FIELD_INVALID",
            "7 FIELD_INVALID",
            "9 ANSWERS_TWICE"),
        table.problems().stream()
            .map(problem -> problem.line() + " " + problem.problem().code())
            .toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"v01,9,4\n", "viewer\nv01\n", "nps,csat\n9,4\n"})
  void headerHasToNameTheColumns(String text) {
    assertEquals(ProblemCode.ANSWERS_HEADER_INVALID, refusal(text.getBytes(UTF_8)));
  }

  @Test
  void whatIsNoTableIsRefused() {
    assertEquals(ProblemCode.ANSWERS_MALFORMED, refusal(new byte[0]));
    assertEquals(
        ProblemCode.TABLE_QUOTE_OPEN, refusal("viewer,nps\n\"v01,9\nv02,8\n".getBytes(UTF_8)));
    assertEquals(
        ProblemCode.TABLE_COLUMN_TWICE, refusal("viewer,nps,nps\nv01,9,9\n".getBytes(UTF_8)));
    assertEquals(ProblemCode.ANSWERS_TOO_LARGE, refusal(new byte[(8 << 20) + 1]));
    byte[] picture = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13};
    assertTrue(refusal(picture).name().startsWith("ANSWERS_"));
  }

  @ParameterizedTest
  @CsvSource({
    "sep-line.csv, v01 9 4",
    "utf16le-tab.csv, v01 9 4",
    "blank-first-lines.csv, v01 9 4",
    "extra-columns.csv, v01 9 4",
    "empty-last-column.csv, v01 9 4",
    "answers.xlsx, v01 9 4",
    "decimal-comma.csv, v01 9 4 v02 10 5",
    "labels.csv, v01 10 5 v02 9 4",
    "na-values.csv, v01 null 4 v02 null 5 v04 null 4 v05 null 4 v06 null 3 v07 null 3",
    "latin1-umlaut.csv, Müller 9 4 Garçon 8 4",
    "truncated-utf8.csv, Иванов 9 4",
    "text-apostrophe.csv, 007 9 4"
  })
  void tablesFromElsewhereAreRead(String file, String expected) throws IOException {
    assertEquals(expected, answers(read(resource(file))));
  }

  @Test
  void whatASpreadsheetDidToALongNumberIsTold() throws IOException {
    assertEquals(
        List.of("2 TABLE_NUMBER_SHORTENED", "3 TABLE_NUMBER_SHORTENED"),
        problems(read(resource("scientific.csv"))));
  }

  @Test
  void codeOfASurveyToolForNoAnswerIsTold() throws IOException {
    assertEquals(List.of("4 ANSWER_IS_CODE"), problems(read(resource("na-values.csv"))));
    assertEquals(List.of("3 TABLE_LINE_GARBLED"), problems(read(resource("truncated-utf8.csv"))));
    assertEquals(List.of("3 ANSWERS_TWICE"), problems(read(resource("text-apostrophe.csv"))));
  }

  @Test
  void columnsThatAreNotNeededAreNamedAndViewersWithoutAnAnswerCounted() {
    AnswerTable table =
        read("Viewer ID;Age;NPS score;E-mail;\nv01;25;9;a@b.c;\nv02;30;n/a;;\n".getBytes(UTF_8));
    assertEquals("v01 9 null", answers(table));
    assertEquals(
        List.of(
            "Viewers without an answer, whose earlier answers remain: 1.",
            "Columns that are not needed were skipped: Age, E-mail."),
        table.notes().stream().map(note -> note.sentence(Locale.ENGLISH)).toList());
  }

  private static byte[] resource(String name) throws IOException {
    return AnswerTableTest.class
        .getResourceAsStream("/org/otklik/spreadsheet/" + name)
        .readAllBytes();
  }

  private static String answers(AnswerTable table) {
    return table.answers().stream()
        .map(AnswerLine::answer)
        .map(one -> one.viewerKey() + " " + one.nps() + " " + one.csat())
        .collect(Collectors.joining(" "));
  }

  private static List<String> problems(AnswerTable table) {
    return table.problems().stream()
        .map(problem -> problem.line() + " " + problem.problem().code())
        .toList();
  }

  private static ProblemCode refusal(byte[] file) {
    return assertThrows(ProblemException.class, () -> read(file)).code();
  }

  private static AnswerTable read(byte[] file) {
    return AnswerTable.read(new ByteArrayInputStream(file));
  }
}
