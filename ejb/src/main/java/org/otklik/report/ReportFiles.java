package org.otklik.report;

import java.util.Locale;
import org.otklik.report.figures.ReportContents;
import org.otklik.report.page.ReportRenderer;
import org.otklik.report.request.ReportFormat;
import org.otklik.report.slides.Slides;
import org.otklik.report.table.CsvFiles;
import org.otklik.report.table.Spreadsheet;

/** Makes a report's file in each of its formats. Thread-safe. */
public final class ReportFiles {

  private final ReportRenderer renderer = new ReportRenderer();

  /** The file's bytes. */
  public byte[] of(ReportContents contents, ReportFormat format, Locale locale) {
    return switch (format) {
      case PDF -> renderer.pdf(contents, locale);
      case PPTX -> Slides.pptx(contents, locale);
      case XLSX -> Spreadsheet.xlsx(contents, locale);
      case CSV -> CsvFiles.zip(contents, locale);
    };
  }
}
