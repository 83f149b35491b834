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
  private String truncation;

  @Override
  public void warningOccurred(ImageReader source, String warning) {
    String lower = warning.toLowerCase(Locale.ROOT);
    if (lower.contains("truncated file") || lower.contains("premature end of jpeg")) {
      truncation = warning;
    }
  }

  void check() throws UnreadableImageException {
    if (truncation != null) {
      throw new UnreadableImageException(UnreadableReason.TRUNCATED, truncation);
    }
  }
}
