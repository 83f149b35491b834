package org.otklik.survey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.metric.answer.ViewerAnswer;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

class AnswerCsvTest {
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
    AnswerCsv csv = read(text.getBytes(UTF_8));
    assertEquals(List.of(), csv.problems());
    assertEquals(TWO, csv.answers().stream().map(AnswerLine::answer).toList());
  }

  @Test
  void excelInRussianIsRead() {
    byte[] file = "зритель;nps\nМария;10\n".getBytes(Charset.forName("windows-1251"));
    assertEquals(
        List.of(new ViewerAnswer("Мария", 10, null)),
        read(file).answers().stream().map(AnswerLine::answer).toList());
  }

  @Test
  void everyLineThatCannotBeTakenIsTold() {
    AnswerCsv csv =
        read(
            """
            viewer,nps,csat
            v01,11,4
            v02,9,0
            ,9,
            v03,,
            v04,nine,
            v05,7.5,
            v06,10,5
            v06,3,1
            """
                .getBytes(UTF_8));
    assertEquals(1, csv.answers().size());
    assertEquals(8, csv.answers().get(0).line());
    assertEquals(
        List.of(
            "2 FIELD_INVALID",
            "3 FIELD_INVALID",
            "4 FIELD_MISSING",
            "5 FIELD_MISSING",
            "6 FIELD_INVALID",
            "7 FIELD_INVALID",
            "9 ANSWERS_TWICE"),
        csv.problems().stream()
            .map(problem -> problem.line() + " " + problem.problem().code())
            .toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v01,9,4\n",
        "viewer\nv01\n",
        "nps,csat\n9,4\n",
        "viewer,nps,mood\nv01,9,good\n",
        "viewer,nps,nps\nv01,9,9\n"
      })
  void headerHasToNameTheColumns(String text) {
    assertEquals(ProblemCode.ANSWERS_HEADER_INVALID, refusal(text.getBytes(UTF_8)));
  }

  @Test
  void whatIsNoTableIsRefused() {
    assertEquals(ProblemCode.ANSWERS_MALFORMED, refusal(new byte[0]));
    assertEquals(
        ProblemCode.ANSWERS_MALFORMED, refusal("viewer,nps\n\"v01,9\nv02,8\n".getBytes(UTF_8)));
    assertEquals(ProblemCode.ANSWERS_TOO_LARGE, refusal(new byte[(8 << 20) + 1]));
    byte[] picture = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13};
    assertTrue(refusal(picture).name().startsWith("ANSWERS_"));
  }

  private static ProblemCode refusal(byte[] file) {
    return assertThrows(ProblemException.class, () -> read(file)).code();
  }

  private static AnswerCsv read(byte[] file) {
    return AnswerCsv.read(new ByteArrayInputStream(file));
  }
}
