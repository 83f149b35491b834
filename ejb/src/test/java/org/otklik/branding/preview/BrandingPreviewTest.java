package org.otklik.branding.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.otklik.report.branding.Palette;
import org.otklik.report.branding.ReportBranding;

class BrandingPreviewTest {

  @Test
  void showsCoverAndCurveInTheColoursChosen() throws IOException {
    Palette palette = Palette.of("#0B6E4F", "#0B7A75", "#B3006B");
    byte[] png =
        new BrandingPreview()
            .png(new ReportBranding(palette, null, null, null), "Молочный дом", Locale.ENGLISH);
    BufferedImage pages = ImageIO.read(new ByteArrayInputStream(png));
    assertEquals(842, pages.getWidth());
    assertEquals(2 * 595, pages.getHeight());
    assertTrue(has(pages, palette.accent()), "accent");
    assertTrue(has(pages, palette.positive()), "positive");
    assertTrue(has(pages, palette.negative()), "negative");
  }

  private static boolean has(BufferedImage image, Color color) {
    return IntStream.range(0, image.getWidth() * image.getHeight())
        .anyMatch(
            at -> image.getRGB(at % image.getWidth(), at / image.getWidth()) == color.getRGB());
  }
}
