package org.otklik.report.tagging;

import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.common.PdfTagger;
import net.sf.jasperreports.pdf.common.PdfTaggerFactory;

/** Made by JasperReports by its name. */
public final class StructureTaggerFactory implements PdfTaggerFactory {
  @Override
  public PdfTagger createTagger(JRPdfExporter exporter) {
    return new StructureTagger();
  }
}
