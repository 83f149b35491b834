package org.otklik.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    assertEquals(List.of(new ListedRecording(2, "a.mp4", FIRST)), list.recordings());
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
    assertNull(only.said().creativeStartMs());
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
          file,viewer,viewer\\na,b   | TABLE_COLUMN_TWICE
          file,viewer\\n,,\\n          | TABLE_NO_LINES
          file,viewer\\n"a.mp4,v01   | TABLE_QUOTE_OPEN
          ''                         | RECORDING_LIST_MALFORMED
          """)
  void whatIsNoListIsRefused(String text, ProblemCode code) {
    assertEquals(code, refusal(text.replace("\\n", "\n")).code());
  }

  @Test
  void whatLooksLikeABlankIsNoneOfANamesEnds() throws IOException {
    RecordingList list = RecordingList.read(resource("list-nbsp.csv"));
    assertEquals("a.mp4", list.recordings().get(0).file());
    assertEquals("v01", list.recordings().get(0).said().viewer());
    ListedRecording odd =
        read("file,viewer\na.mp4\u200b,\ufeffv\u200b01\u00a0a\u2007\n").recordings().get(0);
    assertEquals("a.mp4 v01 a", odd.file() + " " + odd.said().viewer());
  }

  @Test
  void columnsNobodyAskedForAreNoAttributesAndPersonalOnesNever() throws IOException {
    RecordingList list = RecordingList.read(resource("list-extra-private.csv"));
    assertEquals(List.of(), list.refused());
    list.recordings().forEach(one -> assertEquals(Map.of(), one.said().segment()));
    assertEquals(
        List.of(
            "Columns that may identify a person are never kept: e-mail, phone, IP address,"
                + " comment."),
        notes(list));
  }

  @Test
  void attributesAreDeclaredOrOfAWellKnownName() {
    RecordingList list =
        read(
            "file,viewer,Age,device,segment: shop,Признак: канал,segment: friend\n"
                + "a.mp4,v01,25-34,phone,A,ТВ,+7 900 000-00-00\n");
    assertEquals(
        Map.of("Age", "25-34", "shop", "A", "канал", "ТВ"),
        list.recordings().get(0).said().segment());
    assertEquals(
        List.of(
            "Columns that were skipped: device. To keep one as an attribute of the viewers, begin"
                + " its heading with “segment:”, as in “segment: device”.",
            "Columns that may identify a person are never kept: segment: friend."),
        notes(list));
  }

  @Test
  void furtherColumnsRefuseNoLineHoweverManyOrLong() {
    String many =
        IntStream.rangeClosed(1, 25).mapToObj(i -> ",segment: s" + i).collect(Collectors.joining());
    String question = ",segment: " + "How did you like it ".repeat(4);
    RecordingList list =
        read(
            "file,viewer"
                + question
                + many
                + ",age\na.mp4,v01,x"
                + ",y".repeat(25)
                + ","
                + "z".repeat(101));
    assertEquals(List.of(), list.refused());
    assertEquals(20, list.recordings().get(0).said().segment().size());
    assertEquals(2, list.notes().size());
  }

  @Test
  void codesThatTellWhoSomebodyIsAreToldOf() {
    assertEquals(List.of(), notes(read("file,viewer\na.mp4,79161234567\nb.mp4,Blue 7\n")));
    for (String code : List.of("ivan@mail.ru", "+79161234567", "Иванов И. И.")) {
      RecordingList list = read("file,viewer\na.mp4,v01\nb.mp4," + code + "\n");
      assertEquals(2, list.recordings().size());
      assertTrue(notes(list).get(0).contains("as in line 3"), notes(list).toString());
    }
  }

  @Test
  void attributeWithAColonInItsNameIsNotKept() {
    RecordingList list = read("file,viewer,segment: a:b\na.mp4,v01,1:2\n");
    assertEquals(Map.of(), list.recordings().get(0).said().segment());
    assertTrue(notes(list).get(0).contains("colon"), notes(list).toString());
  }

  @Test
  void roleThatMeansNothingHereIsToldAsSuch() throws IOException {
    RecordingList list = RecordingList.read(resource("list-role.csv"));
    assertEquals(
        List.of("3 SUBJECT_ROLE_REFUSED", "4 SUBJECT_ROLE_UNKNOWN", "5 SUBJECT_ROLE_UNKNOWN"),
        list.refused().stream().map(line -> line.line() + " " + line.problem().code()).toList());
    assertTrue(
        list.refused()
            .get(2)
            .problem()
            .sentence(Locale.forLanguageTag("ru"))
            .contains("респондент"));
  }

  @ParameterizedTest
  @CsvSource({
    "1500, 1500",
    "1 500, 1500",
    "1\u00a0500, 1500",
    "'1500,0', 1500",
    "1500.00, 1500",
    "1500 ms, 1500",
    "−500, -500",
    "+10, 10",
    "12 345 мс, 12345"
  })
  void startIsReadAsSpreadsheetsWriteIt(String cell, int startMs) {
    RecordingList list = read("file;viewer;start_ms\na.mp4;v01;" + cell + "\n");
    assertEquals(List.of(), list.refused());
    assertEquals(startMs, list.recordings().get(0).said().creativeStartMs());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,5", "15 00", "1.500", "1 s", "123456789"})
  void startThatCouldMeanTwoThingsIsRefused(String cell) {
    assertEquals(1, read("file;viewer;start_ms\na.mp4;v01;" + cell + "\n").refused().size());
  }

  private static List<String> notes(RecordingList list) {
    return list.notes().stream().map(note -> note.sentence(Locale.ENGLISH)).toList();
  }

  private static byte[] resource(String name) throws IOException {
    return RecordingListTest.class
        .getResourceAsStream("/org/otklik/spreadsheet/" + name)
        .readAllBytes();
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
