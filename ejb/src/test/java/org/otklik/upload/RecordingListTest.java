package org.otklik.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.recording.RecordingRequest;

class RecordingListTest {
  private static final RecordingRequest FIRST =
      new RecordingRequest("v01", Map.of("age", "25-34"), 1500, "GUEST", "form-17");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file,viewer,age,start_ms,role,consent\na.mp4,v01,25-34,1500,guest,form-17\n",
        "file;viewer;age;start_ms;role;consent\r\na.mp4;v01;25-34;1500;GUEST;form-17\r\n;;;;;\r\n",
        "\uFEFFфайл;зритель;age;начало_мс;роль;согласие\na.mp4;v01;25-34;1500;гость;form-17",
        "\"consent\",\"role\",\"Viewer\",\"age\",\"start_ms\",\"FILE\"\n"
            + "form-17,guest,v01,25-34,1500,a.mp4\n"
      })
  void whatSpreadsheetsSaveIsRead(String text) {
    RecordingList list = read(text);
    assertEquals(List.of(), list.refused());
    assertEquals(List.of(new ListedRecording(2, "a.mp4", FIRST, true)), list.recordings());
  }

  @Test
  void excelInRussianIsRead() {
    String text = "файл;зритель;пол\nМария.mp4;М-01;ж\n";
    RecordingList list = RecordingList.read(text.getBytes(Charset.forName("windows-1251")));
    ListedRecording only = list.recordings().get(0);
    assertEquals("Мария.mp4", only.file());
    assertEquals(Map.of("пол", "ж"), only.said().segment());
  }

  @Test
  void emptyCellsSayNothing() {
    RecordingList list = read("file,viewer,age,start_ms,consent\na.mp4,v01,,,\n");
    ListedRecording only = list.recordings().get(0);
    assertFalse(only.hasStart());
    assertEquals(Map.of(), only.said().segment());
    assertEquals(null, only.said().consent());
  }

  @Test
  void everyLineThatCannotBeTakenIsToldByItsNumber() {
    RecordingList list =
        read(
            """
            file,viewer,start_ms,role
            a.mp4,v01,0,
            ,v02,0,
            c.mp4,,0,
            d.mp4,v04,soon,
            e.mp4,v05,0,employee
            A.MP4,v06,0,
            g.mp4,v07,99999999,
            """);
    assertEquals(1, list.recordings().size());
    assertEquals(
        List.of(
            "3 FIELD_MISSING",
            "4 FIELD_MISSING",
            "5 FIELD_INVALID",
            "6 SUBJECT_ROLE_REFUSED",
            "7 RECORDING_LIST_TWICE",
            "8 FIELD_INVALID"),
        list.refused().stream().map(line -> line.line() + " " + line.problem().code()).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          viewer,age\\nv01,20        | RECORDING_LIST_HEADER
          file,age\\na.mp4,20        | RECORDING_LIST_HEADER
          file,viewer,age,age\\na,b  | RECORDING_LIST_HEADER
          file,viewer,viewer\\na,b   | RECORDING_LIST_HEADER
          file,viewer,,\\na,b        | RECORDING_LIST_HEADER
          file,viewer\\n"a.mp4,v01   | RECORDING_LIST_MALFORMED
          ''                         | RECORDING_LIST_MALFORMED
          """)
  void whatIsNoListIsRefused(String text, ProblemCode code) {
    assertEquals(code, refusal(text.replace("\\n", "\n")).code());
  }

  @Test
  void hugeListIsRefused() {
    byte[] huge = new byte[RecordingList.MAX_BYTES + 1];
    ProblemException problem = assertThrows(ProblemException.class, () -> RecordingList.read(huge));
    assertEquals(ProblemCode.RECORDING_LIST_TOO_LARGE, problem.code());
    assertTrue(problem.sentence(java.util.Locale.ENGLISH).contains("4 MiB"));
  }

  private static RecordingList read(String text) {
    return RecordingList.read(text.getBytes(UTF_8));
  }

  private static ProblemException refusal(String text) {
    return assertThrows(ProblemException.class, () -> read(text));
  }
}
