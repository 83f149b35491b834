package org.otklik.branding.preview;

import jakarta.enterprise.context.ApplicationScoped;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.otklik.report.ReportFiles;
import org.otklik.report.branding.ReportBranding;
import org.otklik.report.page.ReportRenderer;
import org.otklik.report.request.ReportFormat;

/** Makes a report about a creative that there is not, to show how a client's reports look. */
@ApplicationScoped
public class BrandingPreview {
  /** An A4 page becomes 842 × 595 px wide. */
  private static final float PX_PER_PT = 1;

  private final ReportRenderer renderer = new ReportRenderer();
  private final ReportFiles files = new ReportFiles();

  /**
   * The same report as a file.
   *
   * @param client its name, as the cover has it
   */
  public byte[] file(ReportBranding branding, String client, ReportFormat format, Locale locale) {
    return files.of(SampleReport.of(branding, client, locale), format, locale);
  }

  /**
   * The cover and the page of the curve, one beneath the other, as PNG.
   *
   * @param client its name, as the cover has it
   */
  public byte[] png(ReportBranding branding, String client, Locale locale) {
    List<BufferedImage> pages =
        renderer.images(SampleReport.of(branding, client, locale), locale, PX_PER_PT);
    BufferedImage all =
        new BufferedImage(
            pages.get(0).getWidth(),
            pages.stream().mapToInt(BufferedImage::getHeight).sum(),
            BufferedImage.TYPE_INT_RGB);
    int y = 0;
    for (BufferedImage page : pages) {
      all.createGraphics().drawImage(page, 0, y, null);
      y += page.getHeight();
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      ImageIO.write(all, "png", file);
    } catch (IOException e) {
      throw new UncheckedIOException("Writing into memory failed", e);
    }
    return file.toByteArray();
  }
}
