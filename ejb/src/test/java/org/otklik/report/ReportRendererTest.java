package org.otklik.report;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ReportRendererTest {

  private static final Locale RUSSIAN = Locale.forLanguageTag("ru-RU");

  private final ReportRenderer renderer = new ReportRenderer();

  @Test
  void printsTheWorkedExample() throws IOException {
    byte[] pdf = renderer.pdf(CampaignReportFixture.workedExample().build(), RUSSIAN);
    Files.write(Path.of("target/report-ru.pdf"), pdf);
    Files.write(
        Path.of("target/report-en.pdf"),
        renderer.pdf(CampaignReportFixture.workedExample().build(), Locale.UK));
    assertTrue(PdfText.of(pdf).contains("+40"));
  }
}
