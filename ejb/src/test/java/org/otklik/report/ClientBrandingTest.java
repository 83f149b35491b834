package org.otklik.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.otklik.report.branding.Palette;
import org.otklik.report.branding.ReportBranding;
import org.otklik.report.figures.CreativeReportFixture;
import org.otklik.report.figures.ReportContents;
import org.otklik.report.page.ReportRenderer;
import org.otklik.report.request.Chapter;
import org.otklik.report.request.ReportFormat;

/** A client's colours, logo, cover and chapters in each format. */
class ClientBrandingTest {
  private static final Palette GREEN = Palette.of("#0B6E4F", "#0B7A75", "#B3006B");

  private final ReportFiles files = new ReportFiles();

  @Test
  void pdfHasTheClientsColoursLogoAndCover() {
    CreativeReportFixture report = CreativeReportFixture.workedExample();
    List<BufferedImage> standard = pages(report);
    report.branding = branding();
    List<BufferedImage> own = pages(report);

    assertEquals(Palette.STANDARD.accent(), edge(standard.get(0)));
    assertEquals(GREEN.accent(), edge(own.get(0)), "the cover's edge");
    assertEquals(0, count(own.get(0), Palette.STANDARD.accent()), "no standard colour is left");
    assertTrue(count(own.get(0), Color.RED) > 500, "the logo");
    assertTrue(count(own.get(0), Color.MAGENTA) > 5_000, "the cover's picture");
    assertTrue(count(own.get(1), GREEN.accent()) > 300, "the large figure");
    for (int page = 1; page < own.size(); page++) {
      assertEquals(
          0, count(own.get(page), Palette.STANDARD.negative()), "orange on page " + (page + 1));
      assertTrue(count(own.get(page), Color.RED) > 50, "the logo at the foot of " + (page + 1));
    }
    String text = PdfText.of(files.of(report.build(), ReportFormat.PDF, Locale.ENGLISH));
    assertTrue(text.contains("Prepared by the agency"), "the cover's line");
    assertTrue(text.contains("Otklik"), "who made it is still said");
  }

  @Test
  void slidesHaveTheClientsColoursInNativeChartsAndTheLogoOnEach() throws IOException {
    CreativeReportFixture report = CreativeReportFixture.workedExample();
    report.branding = branding();
    byte[] pptx = files.of(report.build(), ReportFormat.PPTX, Locale.ENGLISH);
    String charts = parts(pptx, "ppt/charts/chart\\d+\\.xml");
    assertTrue(charts.contains("0B7A75"), "positive");
    assertTrue(charts.contains("B3006B"), "negative");
    try (XMLSlideShow show = new XMLSlideShow(new ByteArrayInputStream(pptx))) {
      for (XSLFSlide slide : show.getSlides()) {
        String xml = slide.getXmlObject().xmlText();
        assertTrue(xml.contains("Logo of Молочный дом"), slide::getTitle);
      }
      assertTrue(show.getSlides().get(0).getXmlObject().xmlText().contains("Prepared by the"));
    }
  }

  @Test
  void workbookHasACoverAndChartsInTheClientsColours() throws IOException {
    CreativeReportFixture report = CreativeReportFixture.workedExample();
    report.branding = branding();
    byte[] xlsx = files.of(report.build(), ReportFormat.XLSX, Locale.ENGLISH);
    String charts = parts(xlsx, "xl/charts/chart\\d+\\.xml");
    assertTrue(charts.contains("0B7A75") && charts.contains("B3006B"), charts);
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
      assertEquals("Cover", workbook.getSheetName(0));
      assertEquals(2, workbook.getSheetAt(0).getDrawingPatriarch().getShapes().size());
      assertEquals(2, workbook.getAllPictures().size());
    }
  }

  @Test
  void workbookOfAComparisonDrawsBothGroupsSecondBySecond() throws IOException {
    byte[] xlsx = files.of(OtherReportsFixture.comparison(), ReportFormat.XLSX, Locale.ENGLISH);
    assertTrue(parts(xlsx, "xl/charts/chart\\d+\\.xml").contains("lineChart"));
  }

  @Test
  void reportsHaveTheChosenChaptersOnly() throws IOException {
    CreativeReportFixture report = CreativeReportFixture.workedExample();
    report.chapters = Set.of(Chapter.CURVE, Chapter.METHODS);
    ReportContents contents = report.build();
    List<String> pages = PdfText.pages(files.of(contents, ReportFormat.PDF, Locale.ENGLISH));
    assertTrue(pages.size() <= 5, pages.size() + " pages");
    assertFalse(String.join(" ", pages).contains("V-0001"), "no viewings");

    byte[] pptx = files.of(contents, ReportFormat.PPTX, Locale.ENGLISH);
    try (XMLSlideShow show = new XMLSlideShow(new ByteArrayInputStream(pptx))) {
      assertEquals(3, show.getSlides().size(), "cover, curve, methods");
    }
    byte[] xlsx = files.of(contents, ReportFormat.XLSX, Locale.ENGLISH);
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
      List<String> sheets =
          IntStream.range(0, workbook.getNumberOfSheets())
              .mapToObj(workbook::getSheetName)
              .toList();
      assertEquals(
          List.of("Cover", "Charts", "Seconds", "Marks", "About", "Settings", "Models"), sheets);
    }
    String csv =
        String.join(" ", unzipped(files.of(contents, ReportFormat.CSV, Locale.ENGLISH)).keySet());
    assertTrue(csv.contains("viewings.csv"), "machines get all: " + csv);
  }

  @Test
  void workbookWithoutAnyChartHasNoSheetOfCharts() throws IOException {
    CreativeReportFixture report = CreativeReportFixture.workedExample();
    report.chapters = Set.of(Chapter.VIEWINGS);
    byte[] xlsx = files.of(report.build(), ReportFormat.XLSX, Locale.ENGLISH);
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
      assertEquals(3, workbook.getNumberOfSheets(), "cover, viewings, about");
    }
  }

  private static ReportBranding branding() {
    return new ReportBranding(
        GREEN,
        image(200, 60, Color.RED, "png"),
        image(640, 360, Color.MAGENTA, "png"),
        "Prepared by the agency");
  }

  static byte[] image(int width, int height, Color color, String format) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D pen = image.createGraphics();
    pen.setColor(color);
    pen.fillRect(0, 0, width, height);
    pen.dispose();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }

  private static List<BufferedImage> pages(CreativeReportFixture report) {
    return new ReportRenderer().images(report.build(), Locale.ENGLISH, 1);
  }

  /** Left on the cover, within the page's margin of 48 × 36 points. */
  private static Color edge(BufferedImage cover) {
    return new Color(cover.getRGB(51, 300));
  }

  private static long count(BufferedImage page, Color color) {
    long count = 0;
    for (int y = 0; y < page.getHeight(); y++) {
      for (int x = 0; x < page.getWidth(); x++) {
        count += (page.getRGB(x, y) & 0xFFFFFF) == (color.getRGB() & 0xFFFFFF) ? 1 : 0;
      }
    }
    return count;
  }

  private static String parts(byte[] zip, String name) throws IOException {
    StringBuilder all = new StringBuilder();
    unzipped(zip).forEach((part, text) -> all.append(part.matches(name) ? text : ""));
    return all.toString();
  }

  private static Map<String, String> unzipped(byte[] zip) throws IOException {
    Map<String, String> parts = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        parts.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return parts;
  }
}
