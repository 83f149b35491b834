package org.otklik.media.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.otklik.image.UnreadableReason;
import org.otklik.vision.image.Frame;

/** Reads one picture in the child: its format, its limits, its pixels, upright. */
final class ImageReading {
  /** Longer side of what is handed on: enough for a face of a fortieth of the width. */
  static final int LONG_SIDE_PX = 1280;

  /**
   * A larger picture is thinned out while it is read, down to no less than twice what is needed.
   */
  private static final int THINNED_PX = 2 * LONG_SIDE_PX;

  private final ImageDecodeLimits limits;

  ImageReading(ImageDecodeLimits limits) {
    this.limits = limits;
  }

  Frame read(byte[] sent) throws UnreadableImageException {
    if (sent.length == 0) {
      throw new UnreadableImageException(UnreadableReason.EMPTY, "0 bytes");
    }
    byte[] content = JpegEnds.mended(sent);
    ImageFormat format =
        ImageFormat.of(content)
            .orElseThrow(
                () ->
                    new UnreadableImageException(
                        UnreadableReason.NOT_A_PICTURE, "its first bytes are those of no picture"));
    if (format.imageIoName() == null) {
      throw new UnreadableImageException(UnreadableReason.FORMAT_UNSUPPORTED, format.name());
    }
    try {
      return upright(format, content, sent.length);
    } catch (EOFException e) {
      throw new UnreadableImageException(UnreadableReason.TRUNCATED, format.name(), e);
    } catch (IOException | RuntimeException e) { // the boundary: readers throw anything
      throw new UnreadableImageException(
          endsEarly(e) ? UnreadableReason.TRUNCATED : UnreadableReason.DAMAGED, e.toString(), e);
    }
  }

  private static boolean endsEarly(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof EOFException) {
        return true;
      }
    }
    return false;
  }

  private Frame upright(ImageFormat format, byte[] content, int sentBytes)
      throws IOException, UnreadableImageException {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.imageIoName());
    ImageReader reader = readers.next();
    Warnings warnings = new Warnings(content.length != sentBytes);
    try (MemoryCacheImageInputStream in =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
      reader.addIIOReadWarningListener(warnings);
      reader.setInput(in, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      check(width, height);
      ImageReadParam param = reader.getDefaultReadParam();
      int step = Math.max(1, Math.max(width, height) / THINNED_PX);
      param.setSourceSubsampling(step, step, 0, 0);
      BufferedImage image = reader.read(0, param);
      warnings.check();
      UprightImage picture = UprightImage.of(image, ExifOrientation.of(format, content));
      return picture.frame(LONG_SIDE_PX, width, height);
    } finally {
      reader.dispose();
    }
  }

  private void check(int width, int height) throws UnreadableImageException {
    if (Math.max(width, height) > limits.sidePx() || (long) width * height > limits.pixels()) {
      throw new UnreadableImageException(
          UnreadableReason.TOO_LARGE, width + " x " + height + " pixels");
    }
  }
}
