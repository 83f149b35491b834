package org.otklik.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.otklik.report.figures.CreativeFigures.TrailerLine;
import org.otklik.report.figures.CreativeReportFixture;
import org.otklik.report.request.Chapter;
import org.otklik.report.request.ReportFormat;
import org.otklik.trailer.ScoredShot;
import org.otklik.trailer.Shot;

/** Trailers in slides and workbooks; their chapter in PDF is in {@code ReportRendererTest}. */
class TrailerFilesTest {
  private static final ScoredShot STRONG =
      new ScoredShot(new Shot(4_000, 8_000), 1.23, 0.8, 1.66, 24, true);
  private static final ScoredShot BY_HAND =
      new ScoredShot(new Shot(9_000, 12_500), null, null, null, 2, false);

  private final ReportFiles files = new ReportFiles();
  private final CreativeReportFixture fixture = CreativeReportFixture.workedExample();

  private byte[] file(ReportFormat format) {
    return files.of(fixture.build(), format, Locale.ENGLISH);
  }

  private List<String> slides() throws IOException {
    try (XMLSlideShow show = new XMLSlideShow(new ByteArrayInputStream(file(ReportFormat.PPTX)))) {
      return show.getSlides().stream()
          .filter(slide -> slide.getTitle() != null && slide.getTitle().startsWith("Trailer"))
          .map(TrailerFilesTest::text)
          .toList();
    }
  }

  private static String text(XSLFSlide slide) {
    StringBuilder text = new StringBuilder();
    slide.getShapes().stream()
        .filter(XSLFTextShape.class::isInstance)
        .forEach(shape -> text.append(((XSLFTextShape) shape).getText()).append('\n'));
    return text.toString();
  }

  @Test
  void eachTrailerHasItsSlide() throws IOException {
    fixture.trailers =
        List.of(
            new TrailerLine("The best", 0.002, 7_500, List.of(STRONG, BY_HAND)),
            new TrailerLine("By hand", null, 3_500, List.of(BY_HAND)));
    List<String> slides = slides();
    assertEquals(2, slides.size());
    assertTrue(slides.get(0).contains("Trailer “The best”: 7.5 s, shots: 2"), slides.get(0));
    assertTrue(slides.get(0).contains("1. 4.0 to 8.0 s\n+1.2, 95% CI +0.8 … +1.7"), slides.get(0));
    assertTrue(slides.get(0).contains("2. 9.0 to 12.5 s\n—"), slides.get(0));
  }

  @Test
  void manyShotsAreContinuedOnFurtherSlides() throws IOException {
    fixture.trailers =
        List.of(new TrailerLine("Long", 0.1, 36_000, Collections.nCopies(9, STRONG)));
    List<String> slides = slides();
    assertEquals(2, slides.size());
    assertTrue(slides.get(1).contains("9. 4.0 to 8.0 s"), slides.get(1));
    fixture.chapters = Set.of(Chapter.SUMMARY);
    assertEquals(List.of(), slides());
  }

  @Test
  void workbookHasARowForEachShot() throws IOException {
    fixture.trailers = List.of(new TrailerLine("The best", 0.002, 7_500, List.of(STRONG, BY_HAND)));
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file(ReportFormat.XLSX)))) {
      XSSFSheet sheet = book.getSheet("Trailers");
      XSSFRow first = sheet.getRow(1);
      assertEquals("The best", first.getCell(1).getStringCellValue());
      assertEquals(1, first.getCell(2).getNumericCellValue());
      assertEquals(4, first.getCell(3).getNumericCellValue());
      assertEquals(1.23, first.getCell(5).getNumericCellValue(), 1e-9);
      assertEquals(CellType.BLANK, sheet.getRow(2).getCell(5).getCellType(), "nothing is known");
      assertEquals(2, sheet.getRow(2).getCell(8).getNumericCellValue());
    }
  }
}
