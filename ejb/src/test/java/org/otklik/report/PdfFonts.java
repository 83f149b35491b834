package org.otklik.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;

/** The fonts of all pages, those inside drawings too. */
public final class PdfFonts {

  private PdfFonts() {}

  public static List<String> notEmbedded(byte[] pdf) throws IOException {
    List<PDFont> fonts = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (PDPage page : document.getPages()) {
        collect(page.getResources(), fonts);
      }
      if (fonts.isEmpty()) {
        throw new IOException("No font was found at all");
      }
      return fonts.stream().filter(font -> !font.isEmbedded()).map(PDFont::getName).toList();
    }
  }

  private static void collect(PDResources resources, List<PDFont> fonts) throws IOException {
    if (resources == null) {
      return;
    }
    for (COSName name : resources.getFontNames()) {
      fonts.add(resources.getFont(name));
    }
    for (COSName name : resources.getXObjectNames()) {
      if (resources.getXObject(name) instanceof PDFormXObject drawing) {
        collect(drawing.getResources(), fonts);
      }
    }
  }
}
