package org.otklik.report;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.function.Executable;

/** What a reader can select on the pages, with every kind of space as a plain one. */
public final class PdfText {

  private PdfText() {}

  public static String of(byte[] pdf) {
    return String.join("\n", pages(pdf));
  }

  public static List<String> pages(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      List<String> pages = new ArrayList<>();
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        pages.add(stripper.getText(document).replaceAll("[\\u00a0\\u202f\\s]+", " "));
      }
      return pages;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void assertPrints(String text, String... expected) {
    assertAll(
        Arrays.stream(expected)
            .<Executable>map(line -> () -> assertTrue(text.contains(line), line + " in: " + text)));
  }
}
