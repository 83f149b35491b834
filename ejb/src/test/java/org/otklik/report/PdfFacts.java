package org.otklik.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/** What a PDF says of itself. */
public record PdfFacts(String title, String author, String language, List<String> bookmarks) {

  public static PdfFacts of(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      List<String> bookmarks = new ArrayList<>();
      for (PDOutlineItem item : document.getDocumentCatalog().getDocumentOutline().children()) {
        bookmarks.add(item.getTitle());
      }
      return new PdfFacts(
          document.getDocumentInformation().getTitle(),
          document.getDocumentInformation().getAuthor(),
          document.getDocumentCatalog().getLanguage(),
          bookmarks);
    }
  }
}
