package org.otklik.report.tagging;

import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfString;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintImage;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.util.StyledTextListWriter;
import net.sf.jasperreports.pdf.classic.ClassicStructureEntry;
import net.sf.jasperreports.pdf.common.PdfProducer;
import net.sf.jasperreports.pdf.common.PdfStructure;
import net.sf.jasperreports.pdf.common.PdfStructureEntry;
import net.sf.jasperreports.pdf.common.PdfTagger;

/**
 * Gives each element of a report its role (ISO 32000-1, 14.8). The property {@value #ROLE} of a
 * text says which: {@code H1}, {@code H2}, {@code TH}, {@code TD}, or {@code Artifact} for what
 * stands on every page; it is a paragraph otherwise. Cells whose {@value #ROW} is {@code start}
 * begin a row. A picture is a figure with its tooltip as its words; one without a tooltip is an
 * ornament, which is not read out.
 */
final class StructureTagger implements PdfTagger {
  static final String ROLE = "org.otklik.role";
  static final String ROW = "org.otklik.row";

  private static final String ARTIFACT = "Artifact";

  private PdfProducer producer;
  private String language;
  private PdfStructureEntry document;
  private PdfStructureEntry table;
  private PdfStructureEntry row;
  private boolean inArtifact;

  @Override
  public void setLanguage(String language) {
    this.language = language;
  }

  @Override
  public void setPdfProducer(PdfProducer producer) {
    this.producer = producer;
  }

  @Override
  public void init() {
    document = structure().createDocumentTag(language);
  }

  private PdfStructure structure() {
    return producer.getPdfStructure();
  }

  @Override
  public void startText(JRPrintText text) {
    String role = property(text, ROLE, "P");
    if (role.equals(ARTIFACT)) {
      beginArtifact();
    } else if (role.equals("TH") || role.equals("TD")) {
      startCell(role, property(text, ROW, "").equals("start"));
    } else {
      table = null;
      structure().beginTag(document, role);
    }
  }

  private void startCell(String role, boolean first) {
    if (table == null) {
      table = structure().createTag(document, "Table");
    }
    if (first) {
      row = structure().createTag(table, "TR");
    }
    PdfStructureEntry cell = structure().beginTag(row, role);
    if (role.equals("TH")) {
      cell.setScope("Column");
    }
  }

  private static String property(JRPrintElement element, String name, String otherwise) {
    String value = element.hasProperties() ? element.getPropertiesMap().getProperty(name) : null;
    return value == null ? otherwise : value;
  }

  @Override
  public void startText(JRPrintText text, String link) {
    startText(text);
  }

  @Override
  public void endText() {
    end();
  }

  @Override
  public void startImage(JRPrintImage image, float x, float y, float right, float top) {
    String words = image.getHyperlinkTooltip();
    if (words == null || words.isBlank()) {
      beginArtifact();
      return;
    }
    PdfStructureEntry figure = structure().beginTag(document, "Figure");
    // The entry's own putString knows Latin letters only.
    ((ClassicStructureEntry) figure)
        .getElement()
        .put(PdfName.ALT, new PdfString(words, PdfObject.TEXT_UNICODE));
    figure.setBBox(x, y, right, top);
  }

  @Override
  public void endImage() {
    end();
  }

  private void end() {
    if (inArtifact) {
      endArtifact();
    } else {
      structure().endTag();
    }
  }

  @Override
  public void beginArtifact() {
    structure().beginArtifact();
    inArtifact = true;
  }

  @Override
  public void endArtifact() {
    structure().endArtifact();
    inArtifact = false;
  }

  @Override
  public void startPage() {
    // A table goes on over pages.
  }

  @Override
  public void endPage() {
    // As above.
  }

  @Override
  public void startElement(JRPrintElement element) {
    // The element's content is what is tagged.
  }

  @Override
  public void endElement(JRPrintElement element) {
    // As above.
  }

  @Override
  public boolean isFirstLinkParagraph() {
    return true;
  }

  @Override
  public PdfStructureEntry getCurrentLinkTag() {
    return null; // no report has links
  }

  @Override
  public StyledTextListWriter getListWriter() {
    return null; // nor styled text with lists
  }
}
