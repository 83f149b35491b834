package org.otklik.report;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.otklik.report.figures.CreativeReportFixture;
import org.otklik.report.request.ReportFormat;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** Slides and workbooks are packages of XML: programs offer a repair when one part is broken. */
class PackagePartsTest {
  private static final String TITLE = "Q&A <b> \"two\" 'one' ]]> &amp; – ёж";

  /**
   * Names with noncharacters and halves of characters are refused today; older ones may be stored.
   */
  private static final String HOSTILE = TITLE + " 🚀 a\uFFFEb\uD83Dc\u0001d" + "x".repeat(300);

  private final ReportFiles files = new ReportFiles();

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(
      value = ReportFormat.class,
      names = {"PPTX", "XLSX"})
  void everyPartIsWellFormedWhateverTheNames(ReportFormat format) throws IOException {
    CreativeReportFixture fixture = CreativeReportFixture.workedExample();
    fixture.campaign = HOSTILE;
    fixture.client = HOSTILE;
    fixture.creativeName = HOSTILE;
    fixture.segment = HOSTILE;
    assertTrue(parsed(files.of(fixture.build(), format, Locale.ENGLISH)) > 10);
  }

  @Test
  void sheetsOfOtherReportsAreWellFormed() throws IOException {
    parsed(files.of(OtherReportsFixture.campaign(), ReportFormat.XLSX, Locale.ENGLISH));
    parsed(files.of(OtherReportsFixture.comparison(), ReportFormat.XLSX, Locale.ENGLISH));
  }

  @Test
  void slidesHaveTheTitleThatWasGiven() throws IOException {
    CreativeReportFixture fixture = CreativeReportFixture.workedExample();
    fixture.creativeName = TITLE;
    Path file = written(files.of(fixture.build(), ReportFormat.PPTX, Locale.ENGLISH));
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Document core = document(zip, zip.getEntry("docProps/core.xml"));
      String title = core.getElementsByTagName("dc:title").item(0).getTextContent();
      assertTrue(title.startsWith(TITLE + " · "), title);
    }
  }

  /** How many parts there are, all of them read by a strict parser. */
  private int parsed(byte[] content) throws IOException {
    int parts = 0;
    try (ZipFile zip = new ZipFile(written(content).toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (entry.getName().matches(".*\\.(xml|rels)")) {
          assertDoesNotThrow(() -> document(zip, entry), entry.getName());
          parts++;
        }
      }
    }
    return parts;
  }

  private Path written(byte[] content) throws IOException {
    return Files.write(folder.resolve("report.zip"), content);
  }

  private static Document document(ZipFile zip, ZipEntry entry) throws IOException {
    try {
      DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new ByteArrayInputStream(zip.getInputStream(entry).readAllBytes()));
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(entry.getName(), e);
    }
  }
}
