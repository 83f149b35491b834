package org.otklik.media.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.Arrays;
import org.otklik.vision.image.Frame;

/**
 * A picture in packed 8-bit BGR, turned upright.
 *
 * @param image of TYPE_3BYTE_BGR, as the camera saw it
 * @param orientation by Exif, 1..8
 */
record UprightImage(BufferedImage image, int orientation) {

  /** Any kind of pixels; transparent ones stand before white. */
  static UprightImage of(BufferedImage read, int orientation) {
    boolean grey =
        read.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY
            && !(read.getColorModel() instanceof IndexColorModel);
    return new UprightImage(grey ? ofGrey(read) : ofColour(read), orientation);
  }

  private static BufferedImage ofColour(BufferedImage read) {
    BufferedImage bgr =
        new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D pen = bgr.createGraphics();
    pen.drawImage(read, 0, 0, Color.WHITE, null);
    pen.dispose();
    return bgr;
  }

  /** By hand: Java takes grey for linear light and would make it paler. */
  private static BufferedImage ofGrey(BufferedImage read) {
    Raster raster = read.getRaster();
    int bits = raster.getSampleModel().getSampleSize(0);
    int white = bits >= 31 ? Integer.MAX_VALUE : (1 << bits) - 1;
    BufferedImage bgr =
        new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    byte[] pixels = bytes(bgr);
    int[] grey = new int[read.getWidth()];
    int[] alpha = new int[read.getWidth()];
    Arrays.fill(alpha, white);
    int to = 0;
    for (int y = 0; y < read.getHeight(); y++) {
      raster.getSamples(0, y, read.getWidth(), 1, 0, grey);
      if (raster.getNumBands() > 1) {
        raster.getSamples(0, y, read.getWidth(), 1, 1, alpha);
      }
      for (int x = 0; x < grey.length; x++) {
        double opacity = (double) alpha[x] / white;
        byte level = (byte) Math.round(255.0 * grey[x] / white * opacity + 255 * (1 - opacity));
        pixels[to++] = level;
        pixels[to++] = level;
        pixels[to++] = level;
      }
    }
    return bgr;
  }

  /**
   * As the models take it.
   *
   * @param longSidePx the longer side at most; a smaller picture stays as it is
   * @param sourceWidthPx of the picture in its file, before it is turned
   */
  Frame frame(int longSidePx, int sourceWidthPx, int sourceHeightPx) {
    BufferedImage small = scaled(averaged(image, longSidePx), longSidePx);
    boolean across = orientation > 4;
    BufferedImage upright = orientation == ExifOrientation.UPRIGHT ? small : turned(small);
    return new Frame(
        0,
        upright.getWidth(),
        upright.getHeight(),
        across ? sourceHeightPx : sourceWidthPx,
        across ? sourceWidthPx : sourceHeightPx,
        bytes(upright));
  }

  /** Whole blocks of pixels to their mean, so that what remains to be scaled is less than half. */
  private static BufferedImage averaged(BufferedImage from, int longSidePx) {
    int block = Math.max(from.getWidth(), from.getHeight()) / longSidePx;
    if (block < 2) {
      return from;
    }
    int width = Math.max(1, from.getWidth() / block);
    int height = Math.max(1, from.getHeight() / block);
    int blockX = Math.min(block, from.getWidth());
    int blockY = Math.min(block, from.getHeight());
    BufferedImage to = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    byte[] source = bytes(from);
    byte[] target = bytes(to);
    int stride = 3 * from.getWidth();
    for (int y = 0; y < height; y++) {
      for (int at = 0; at < 3 * width; at++) {
        int sum = 0;
        int corner = y * block * stride + at / 3 * block * 3 + at % 3;
        for (int row = 0; row < blockY; row++) {
          for (int column = 0; column < blockX; column++) {
            sum += source[corner + row * stride + 3 * column] & 0xff;
          }
        }
        target[y * 3 * width + at] = (byte) (sum / (blockX * blockY));
      }
    }
    return to;
  }

  private static BufferedImage scaled(BufferedImage from, int longSidePx) {
    double scale = (double) longSidePx / Math.max(from.getWidth(), from.getHeight());
    if (scale >= 1) {
      return from;
    }
    int width = Math.max(1, (int) Math.round(from.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(from.getHeight() * scale));
    BufferedImage to = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D pen = to.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(from, 0, 0, width, height, null);
    pen.dispose();
    return to;
  }

  /** Each pixel of the upright picture from where Exif says that it lies. */
  private BufferedImage turned(BufferedImage from) {
    boolean across = orientation > 4;
    int width = across ? from.getHeight() : from.getWidth();
    int height = across ? from.getWidth() : from.getHeight();
    BufferedImage to = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    byte[] source = bytes(from);
    byte[] target = bytes(to);
    int lastX = from.getWidth() - 1;
    int lastY = from.getHeight() - 1;
    int at = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int fromX =
            switch (orientation) {
              case 2, 3 -> lastX - x;
              case 5, 6 -> y;
              case 7, 8 -> lastX - y;
              default -> x;
            };
        int fromY =
            switch (orientation) {
              case 3, 4 -> lastY - y;
              case 5, 8 -> x;
              case 6, 7 -> lastY - x;
              default -> y;
            };
        int pixel = 3 * (fromY * from.getWidth() + fromX);
        target[at++] = source[pixel];
        target[at++] = source[pixel + 1];
        target[at++] = source[pixel + 2];
      }
    }
    return to;
  }

  private static byte[] bytes(BufferedImage bgr) {
    return ((DataBufferByte) bgr.getRaster().getDataBuffer()).getData();
  }
}
