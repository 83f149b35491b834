package org.otklik.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.report.figures.CreativeReportFixture;
import org.otklik.report.figures.ReportContents;
import org.otklik.report.request.ReportFormat;

class ReportTablesTest {

  private static final Locale RUSSIAN = Locale.forLanguageTag("ru-RU");

  private final ReportFiles files = new ReportFiles();

  @TempDir private Path folder;

  @Test
  void writesNumbersAsNumbersUnderTitlesInTheReadersLanguage() throws IOException {
    byte[] xlsx =
        files.of(CreativeReportFixture.workedExample().build(), ReportFormat.XLSX, RUSSIAN);
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
      List<Row> scores = workbook.findSheet("Ключевые показатели").orElseThrow().read();
      int eei = column(scores.get(0), "ИЭО");
      assertEquals(CellType.NUMBER, scores.get(1).getCell(eei).getType());
      assertEquals(40.0, scores.get(1).getCellAsNumber(eei).orElseThrow().doubleValue());
      List<Row> viewings = workbook.findSheet("Контакты").orElseThrow().read();
      assertEquals(12, viewings.size());
      assertEquals(
          "Исключён",
          viewings.get(11).getCellText(column(viewings.get(0), "Реакция")).substring(0, 8));
      List<Row> seconds = workbook.findSheet("Секунды").orElseThrow().read();
      assertEquals(21, seconds.size());
    }
  }

  @Test
  void namesTheRowOfAllCreativesForPeopleOnly() throws IOException {
    byte[] xlsx = files.of(OtherReportsFixture.campaign(), ReportFormat.XLSX, RUSSIAN);
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
      List<Row> scores = workbook.findSheet("Ключевые показатели").orElseThrow().read();
      assertEquals("Все ролики", scores.get(1).getCellText(0));
    }
    Map<String, String> csv =
        unzipped(files.of(OtherReportsFixture.campaign(), ReportFormat.CSV, Locale.ENGLISH));
    assertEquals("", records(csv.get("scores.csv")).get(0).get("creative"));
  }

  private static int column(Row header, String title) {
    for (int i = 0; i < header.getCellCount(); i++) {
      if (header.getCellText(i).equals(title)) {
        return i;
      }
    }
    throw new AssertionError("No column " + title + " in " + header);
  }

  @Test
  void makesARealTableOfEachSheet() throws IOException {
    Map<String, String> parts =
        unzipped(files.of(OtherReportsFixture.campaign(), ReportFormat.XLSX, Locale.ENGLISH));
    long sheets =
        parts.keySet().stream()
            .filter(name -> name.matches("xl/worksheets/sheet\\d+\\.xml"))
            .count();
    long tables = parts.keySet().stream().filter(name -> name.startsWith("xl/tables/")).count();
    assertEquals(18, sheets);
    long empty = 2; // comments of the creatives without any, and answers are there
    assertTrue(tables >= sheets - 2 - empty, tables + " of " + sheets);
    assertTrue(parts.containsKey("xl/charts/chart1.xml"), "charts of their own");
    assertTrue(parts.get("xl/charts/chart1.xml").contains("<c:f>"), "drawn from cells");
  }

  @Test
  void givesMachinesTheSameNamesInEveryLanguageAndNumbersInFull() throws IOException {
    ReportContents report = CreativeReportFixture.workedExample().build();
    Map<String, String> csv = unzipped(files.of(report, ReportFormat.CSV, Locale.ENGLISH));
    Map<String, String> russian = unzipped(files.of(report, ReportFormat.CSV, RUSSIAN));
    assertEquals(csv.keySet(), russian.keySet());
    csv.forEach(
        (name, text) ->
            assertEquals(
                text.lines().findFirst().orElseThrow(),
                russian.get(name).lines().findFirst().orElseThrow().replace(';', ',')));
    List<CSVRecord> seconds = records(csv.get("seconds.csv"));
    CSVRecord third = seconds.get(3);
    double positive = Double.parseDouble(third.get("positive_share"));
    double negative = Double.parseDouble(third.get("negative_share"));
    assertEquals(
        100 * (positive - negative), Double.parseDouble(third.get("eei")), 1e-9, third::toString);
    CSVRecord unseen = seconds.get(10);
    assertEquals("0", unseen.get("n"));
    assertEquals("", unseen.get("positive_share"), "what nobody was seen in has no share");
    assertEquals("EXCLUDED", records(csv.get("viewings.csv")).get(10).get("outcome"));
  }

  @Test
  void comparesSecondBySecond() throws IOException {
    Map<String, String> csv =
        unzipped(files.of(OtherReportsFixture.comparison(), ReportFormat.CSV, Locale.ENGLISH));
    List<CSVRecord> seconds = records(csv.get("compared_seconds.csv"));
    assertEquals("false", seconds.get(7).get("is_different"));
    assertEquals("true", seconds.get(8).get("is_different"));
    assertEquals("200.0", seconds.get(8).get("difference"));
    assertEquals("eei", records(csv.get("differences.csv")).get(0).get("figure"));
    List<CSVRecord> segments = records(csv.get("compared_segments.csv"));
    assertEquals("18–24", segments.get(0).get("attribute_value"));
    assertEquals("200.0", segments.get(0).get("difference"));
    assertEquals("true", segments.get(0).get("is_different"));
    assertEquals("3", segments.get(1).get("first_n"));
    assertEquals("", segments.get(1).get("difference"), "three viewers are not shown");
  }

  @Test
  void letsNoTextFromOutsideBecomeAFormula() throws IOException {
    CreativeReportFixture fixture = CreativeReportFixture.workedExample();
    fixture.segment = "=HYPERLINK(\"http://x\")";
    Map<String, String> csv = unzipped(files.of(fixture.build(), ReportFormat.CSV, Locale.ENGLISH));
    assertEquals(
        "'=HYPERLINK(\"http://x\")", records(csv.get("viewings.csv")).get(0).get("segment"));
  }

  @Test
  void slidesHaveOneMessageEachAndChartsThatCanBeEdited() throws IOException {
    Map<String, String> parts =
        unzipped(
            files.of(CreativeReportFixture.workedExample().build(), ReportFormat.PPTX, RUSSIAN));
    List<String> slides =
        parts.keySet().stream().filter(name -> name.matches("ppt/slides/slide\\d+\\.xml")).toList();
    assertTrue(slides.size() >= 9, slides.toString());
    slides.forEach(
        name -> assertTrue(parts.get(name).contains("type=\"title\""), name + " has no title"));
    assertTrue(parts.get("ppt/presentation.xml").contains("cx=\"12192000\" cy=\"6858000\""));
    assertTrue(parts.get("ppt/slides/slide2.xml").contains("ИЭО +40"));
    String ownPlace = "</p:nvSpPr><p:spPr><a:xfrm>";
    slides.forEach(name -> assertTrue(parts.get(name).contains(ownPlace), name));
    String chart = parts.get("ppt/charts/chart1.xml");
    assertTrue(chart.contains("Sheet0!$B$2:$B$4"), chart);
    assertTrue(
        parts.keySet().stream().anyMatch(name -> name.startsWith("ppt/embeddings/")),
        "the figures behind the charts");
  }

  @Test
  void slidesOfOtherReportsSayWhatDiffers() throws IOException {
    Map<String, String> comparison =
        unzipped(files.of(OtherReportsFixture.comparison(), ReportFormat.PPTX, RUSSIAN));
    assertTrue(
        comparison
            .get("ppt/slides/slide2.xml")
            .contains("ИЭО первой группы значимо выше, на 200 п."));
    Map<String, String> campaign =
        unzipped(files.of(OtherReportsFixture.campaign(), ReportFormat.PPTX, Locale.ENGLISH));
    assertTrue(campaign.get("ppt/slides/slide2.xml").contains("has the highest EEI"));
  }

  @Test
  void csvOpensInExcelOfTheReportsLanguage() throws IOException {
    ReportContents report = CreativeReportFixture.workedExample().build();
    String english = unzipped(files.of(report, ReportFormat.CSV, Locale.ENGLISH)).get("scores.csv");
    String russian = unzipped(files.of(report, ReportFormat.CSV, RUSSIAN)).get("scores.csv");
    assertTrue(english.startsWith("\uFEFFcreative,"), english);
    assertTrue(russian.startsWith("\uFEFFcreative;"), russian);
    assertEquals("40.0", records(english).get(0).get("eei"));
    assertEquals("40,0", records(russian, ';').get(0).get("eei"));
    assertEquals(
        records(english).get(0).get("creative"), records(russian, ';').get(0).get("creative"));
  }

  private static List<CSVRecord> records(String csv) throws IOException {
    return records(csv, ',');
  }

  private static List<CSVRecord> records(String marked, char delimiter) throws IOException {
    assertNotNull(marked);
    String csv = marked.replaceFirst("^\uFEFF", "");
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(delimiter)
            .setHeader()
            .setSkipHeaderRecord(true)
            .get();
    try (CSVParser parser = CSVParser.parse(csv, format)) {
      return parser.getRecords();
    }
  }

  /** By its directory, as programs do that open such files. */
  private Map<String, String> unzipped(byte[] zip) throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    Path file = Files.write(folder.resolve("report.zip"), zip);
    try (ZipFile archive = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(archive.entries())) {
        try (InputStream content = archive.getInputStream(entry)) {
          parts.put(entry.getName(), new String(content.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    return parts;
  }
}
