package org.otklik.media.picture;

import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import org.otklik.image.UnreadableReason;

/**
 * The JPEG reader fills what is missing with grey and only warns of it: a face half grey would be
 * judged as if it were all there.
 */
final class Warnings implements IIOReadWarningListener {
  private final boolean endAdded;
  private String truncation;

  /**
   * @param endAdded whether the mark of its end was missing: then data that ends before it is
   *     missing data
   */
  Warnings(boolean endAdded) {
    this.endAdded = endAdded;
  }

  @Override
  public void warningOccurred(ImageReader source, String warning) {
    String lower = warning.toLowerCase(Locale.ROOT);
    if (lower.contains("truncated file")
        || lower.contains("premature end of jpeg")
        || endAdded && lower.contains("premature end of data")) {
      truncation = warning;
    }
  }

  void check() throws UnreadableImageException {
    if (truncation != null) {
      throw new UnreadableImageException(UnreadableReason.TRUNCATED, truncation);
    }
  }
}
