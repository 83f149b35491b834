package org.otklik.report;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;
import net.sf.jasperreports.pdf.SimplePdfReportConfiguration;
import org.otklik.report.drawing.FramePictures;
import org.otklik.report.wording.ReportWording;

/** Puts a campaign's report on the pages of a PDF. Thread-safe. */
public final class ReportRenderer {

  private final Templates templates = new Templates();

  /** The PDF's bytes. */
  public byte[] pdf(CampaignReport report, Locale locale) {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    pdf(report, locale, pdf);
    return pdf.toByteArray();
  }

  /**
   * Writes the PDF; the stream stays open.
   *
   * @param locale Russian and English have words of their own; any other language gets English
   *     words with its own numbers and dates
   * @throws ReportNotWrittenException if the report cannot be put on pages or written
   */
  public void pdf(CampaignReport report, Locale locale, OutputStream pdf) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    // JasperReports finds its fonts and the templates' classes through the thread's loader, which
    // in a server's batch thread need not be the application's.
    thread.setContextClassLoader(ReportRenderer.class.getClassLoader());
    try {
      ReportWording wording = ReportWording.in(locale);
      export(fill(report, wording), report, wording, pdf);
    } catch (JRException e) {
      throw new ReportNotWrittenException("The report could not be written", e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private JasperPrint fill(CampaignReport report, ReportWording wording) throws JRException {
    Pages pages = new Pages(report, wording, new FramePictures(report.frames()));
    List<Section> sections =
        List.of(
            SummarySection.of(pages),
            CurveSection.of(pages),
            MomentsSection.of(pages),
            EmotionsSection.of(pages),
            ViewingsSection.of(pages),
            MethodsSection.of(pages));
    Map<String, Object> parameters = common(wording);
    parameters.put("campaignName", Pages.printable(report.campaignName()));
    Collection<Map<String, ?>> rows = new ArrayList<>();
    for (Section section : sections) {
      Map<String, Object> ofSection = common(wording);
      ofSection.putAll(section.parameters());
      rows.add(
          Map.of(
              "template",
              templates.get(section.template()),
              "parameters",
              ofSection,
              "rows",
              new JRMapCollectionDataSource(new ArrayList<>(section.rows()))));
    }
    return JasperFillManager.fillReport(
        templates.get("report"), parameters, new JRMapCollectionDataSource(rows));
  }

  private static Map<String, Object> common(ReportWording wording) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put(JRParameter.REPORT_LOCALE, wording.locale());
    parameters.put(JRParameter.REPORT_RESOURCE_BUNDLE, wording.bundle());
    return parameters;
  }

  private static void export(
      JasperPrint print, CampaignReport report, ReportWording wording, OutputStream pdf)
      throws JRException {
    SimplePdfExporterConfiguration document = new SimplePdfExporterConfiguration();
    document.setMetadataTitle(
        Pages.printable(report.campaignName()) + " · " + wording.text("report.kind"));
    document.setDisplayMetadataTitle(true);
    document.setMetadataAuthor(wording.text("report.author"));
    document.setMetadataCreator(wording.text("report.author"));
    document.setMetadataSubject(
        wording.text("report.subject", Pages.printable(report.creative().name())));
    document.setTagLanguage(wording.language().toLanguageTag());
    SimplePdfReportConfiguration pages = new SimplePdfReportConfiguration();
    // Text in drawings stays text instead of becoming outlines.
    pages.setForceSvgShapes(false);
    pages.setBookmarksEnabled(true);
    JRPdfExporter exporter = new JRPdfExporter();
    exporter.setExporterInput(new SimpleExporterInput(print));
    exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(pdf));
    exporter.setConfiguration(document);
    exporter.setConfiguration(pages);
    exporter.exportReport();
  }
}
