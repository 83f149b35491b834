package org.otklik.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/**
 * What a PDF is to those who have it read to them.
 *
 * @param alternatives words of its pictures
 */
record PdfStructure(boolean marked, List<Element> elements, List<String> alternatives) {

  record Element(String role, String text) {}

  List<String> texts(String role) {
    return elements.stream()
        .filter(element -> element.role().equals(role))
        .map(Element::text)
        .toList();
  }

  static PdfStructure of(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PdfStructure structure =
          new PdfStructure(
              document.getDocumentCatalog().getMarkInfo().isMarked(),
              new ArrayList<>(),
              new ArrayList<>());
      List<List<PDMarkedContent>> contents = new ArrayList<>();
      for (PDPage page : document.getPages()) {
        PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
        extractor.processPage(page);
        contents.add(extractor.getMarkedContents());
      }
      structure.walk(document.getDocumentCatalog().getStructureTreeRoot(), document, contents);
      return structure;
    }
  }

  private void walk(PDStructureNode node, PDDocument document, List<List<PDMarkedContent>> pages) {
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        if (element.getAlternateDescription() != null) {
          alternatives.add(element.getAlternateDescription());
        }
        elements.add(new Element(element.getStructureType(), text(element, document, pages)));
        walk(element, document, pages);
      }
    }
  }

  private static String text(
      PDStructureElement element, PDDocument document, List<List<PDMarkedContent>> pages) {
    StringBuilder text = new StringBuilder();
    for (Object kid : element.getKids()) {
      int id =
          kid instanceof PDMarkedContentReference reference
              ? reference.getMCID()
              : kid instanceof Integer number ? number : -1;
      PDPage page = element.getPage();
      if (id >= 0 && page != null) {
        pages.get(document.getPages().indexOf(page)).stream()
            .filter(content -> content.getMCID() == id)
            .forEach(content -> append(content, text));
      }
    }
    return text.toString().replace("\u00a0", " ").strip();
  }

  /** A new line stands for the space at the old one's end. */
  private static void append(PDMarkedContent content, StringBuilder text) {
    float line = Float.NaN;
    for (Object part : content.getContents()) {
      if (part instanceof TextPosition position) {
        boolean another = !Float.isNaN(line) && position.getY() != line;
        text.append(another ? " " : "").append(position.getUnicode());
        line = position.getY();
      }
    }
  }
}
