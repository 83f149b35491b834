package org.otklik.report.page;

import java.awt.image.BufferedImage;
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
import net.sf.jasperreports.engine.JasperPrintManager;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.SimpleJasperReportsContext;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;
import net.sf.jasperreports.pdf.SimplePdfReportConfiguration;
import net.sf.jasperreports.renderers.SimpleDataRenderer;
import org.otklik.report.branding.Palette;
import org.otklik.report.drawing.VectorDrawing;
import org.otklik.report.figures.ReportContents;
import org.otklik.report.figures.ReportFacts;
import org.otklik.report.page.section.Pages;
import org.otklik.report.page.section.Section;
import org.otklik.report.page.section.Templates;
import org.otklik.report.tagging.StructureTaggerFactory;
import org.otklik.report.wording.ReportWording;
import org.otklik.text.PlainText;

/** Puts a report on the pages of a PDF. Thread-safe. */
public final class ReportRenderer {

  private final Templates templates = new Templates();

  /**
   * The PDF's bytes.
   *
   * @param locale Russian and English have words of their own; any other language gets English
   *     words with its own numbers and dates
   * @throws ReportNotWrittenException if the report cannot be put on pages or written
   */
  public byte[] pdf(ReportContents contents, Locale locale) {
    return written(
        contents,
        locale,
        (print, sections, wording) -> {
          ByteArrayOutputStream file = new ByteArrayOutputStream();
          exportPdf(print, contents.facts(), sections, wording, file);
          return file.toByteArray();
        });
  }

  /**
   * The pages as pictures, for a look at them.
   *
   * @param scale pixels a point
   */
  public List<BufferedImage> images(ReportContents contents, Locale locale, float scale) {
    return written(
        contents,
        locale,
        (print, sections, wording) -> {
          JasperPrintManager pages = JasperPrintManager.getInstance(context(contents.facts()));
          List<BufferedImage> images = new ArrayList<>();
          for (int page = 0; page < print.getPages().size(); page++) {
            images.add((BufferedImage) pages.printToImage(print, page, scale));
          }
          return images;
        });
  }

  private interface Export<T> {
    T of(JasperPrint print, ReportSections sections, ReportWording wording) throws JRException;
  }

  private <T> T written(ReportContents contents, Locale locale, Export<T> export) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    // JasperReports finds its fonts and the templates' classes through the thread's loader, which
    // in a server's batch thread need not be the application's.
    thread.setContextClassLoader(ReportRenderer.class.getClassLoader());
    try {
      ReportWording wording = contents.facts().wording(locale);
      ReportSections sections = ReportSections.of(contents, wording);
      return export.of(fill(sections, contents.facts(), wording), sections, wording);
    } catch (JRException e) {
      throw new ReportNotWrittenException("The report could not be written", e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private JasperPrint fill(ReportSections sections, ReportFacts facts, ReportWording wording)
      throws JRException {
    Map<String, Object> parameters = common(facts, wording);
    parameters.put("campaignName", Pages.printable(facts.campaignName()));
    Collection<Map<String, ?>> rows = new ArrayList<>();
    for (Section section : sections.all()) {
      rows.add(
          Map.of(
              "template",
              templates.get(section.template()),
              "parameters",
              parameters(section, facts, wording),
              "rows",
              new JRMapCollectionDataSource(new ArrayList<>(section.rows()))));
    }
    return JasperFillManager.getInstance(context(facts))
        .fill(templates.get("report"), parameters, new JRMapCollectionDataSource(rows));
  }

  private static JasperReportsContext context(ReportFacts facts) {
    SimpleJasperReportsContext context = new SimpleJasperReportsContext();
    context.setProperty(
        JRPdfExporter.PDF_TAGGER_FACTORY_PROPERTY, StructureTaggerFactory.class.getName());
    // What the tagger asks for is said in the templates and needed on the pages.
    context.setProperty(JasperPrint.PROPERTIES_PRINT_TRANSFER_PREFIX + "otklik", "org.otklik.");
    VectorDrawing.putPalette(context, facts.palette());
    return context;
  }

  private Map<String, Object> parameters(
      Section section, ReportFacts facts, ReportWording wording) {
    Map<String, Object> parameters = common(facts, wording);
    parameters.putAll(section.parameters());
    section
        .parts()
        .forEach(
            (name, part) -> {
              parameters.put(name, templates.get(part.template()));
              parameters.put(name + "Parameters", parameters(part, facts, wording));
            });
    return parameters;
  }

  private static Map<String, Object> common(ReportFacts facts, ReportWording wording) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put(JRParameter.REPORT_LOCALE, wording.locale());
    parameters.put(JRParameter.REPORT_RESOURCE_BUNDLE, wording.bundle());
    parameters.put("accent", Palette.hex(facts.palette().accent()));
    parameters.put("negativeText", Palette.hex(facts.palette().negativeText()));
    byte[] logo = facts.branding().logo();
    parameters.put("logo", logo == null ? null : SimpleDataRenderer.getInstance(logo));
    return parameters;
  }

  private static void exportPdf(
      JasperPrint print,
      ReportFacts facts,
      ReportSections sections,
      ReportWording wording,
      OutputStream pdf)
      throws JRException {
    SimplePdfExporterConfiguration document = new SimplePdfExporterConfiguration();
    document.setMetadataTitle(title(sections, wording));
    document.setDisplayMetadataTitle(true);
    document.setMetadataAuthor(wording.text("brand"));
    document.setMetadataCreator(wording.text("brand"));
    document.setMetadataSubject(wording.text("report.subject", sections.name()));
    document.setTagged(true);
    document.setTagLanguage(wording.language().toLanguageTag());
    SimplePdfReportConfiguration pages = new SimplePdfReportConfiguration();
    // Text in drawings stays text instead of becoming outlines.
    pages.setForceSvgShapes(false);
    pages.setBookmarksEnabled(true);
    JRPdfExporter exporter = new JRPdfExporter(context(facts));
    exporter.setExporterInput(new SimpleExporterInput(print));
    exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(pdf));
    exporter.setConfiguration(document);
    exporter.setConfiguration(pages);
    exporter.exportReport();
  }

  private static String title(ReportSections sections, ReportWording wording) {
    return PlainText.defused(sections.name())
        + " · "
        + wording.text("report-kind." + sections.kind().name());
  }
}
