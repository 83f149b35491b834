package org.otklik.report.drawing;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import javax.imageio.ImageIO;

/**
 * The ad's frames, decoded and brought to the size a page needs. A picture that cannot be read
 * counts as missing. For one report; not for several threads.
 */
public final class FramePictures {

  private static final Logger LOG = System.getLogger(FramePictures.class.getName());

  /** About 220 dpi at the largest place a frame has. */
  private static final int LONG_SIDE_PX = 560;

  private final NavigableMap<Integer, BufferedImage> pictures = new TreeMap<>();
  private final Map<Integer, byte[]> encoded = new HashMap<>();

  public FramePictures(Map<Integer, byte[]> jpegBySecond) {
    jpegBySecond.forEach(
        (second, jpeg) ->
            decode(second, jpeg).ifPresent(picture -> pictures.put(second, picture)));
  }

  private static Optional<BufferedImage> decode(int second, byte[] jpeg) {
    try {
      BufferedImage picture =
          jpeg == null ? null : ImageIO.read(new ByteArrayInputStream(jpeg));
      return Optional.ofNullable(picture)
          .map(read -> fit(read, LONG_SIDE_PX, LONG_SIDE_PX));
    } catch (IOException | IllegalArgumentException e) {
      LOG.log(Level.WARNING, "The frame at second {0} cannot be read", second, e);
      return Optional.empty();
    }
  }

  /** A JPEG of the frame at that second, small enough for a page. */
  public Optional<byte[]> jpeg(int second) {
    BufferedImage picture = pictures.get(second);
    return picture == null
        ? Optional.empty()
        : Optional.of(encoded.computeIfAbsent(second, any -> encode(picture)));
  }

  /** The frame closest to that second, if one is not farther than so many seconds. */
  Optional<BufferedImage> near(double second, double atMost) {
    return pictures.entrySet().stream()
        .filter(entry -> Math.abs(entry.getKey() + 0.5 - second) <= atMost)
        .min((a, b) -> Double.compare(distance(a.getKey(), second), distance(b.getKey(), second)))
        .map(Map.Entry::getValue);
  }

  /** Width over height of the ad; 16:9 when no frame is known. */
  double aspect() {
    return pictures.isEmpty()
        ? 16 / 9.0
        : (double) pictures.firstEntry().getValue().getWidth()
            / pictures.firstEntry().getValue().getHeight();
  }

  private static double distance(int frameSecond, double second) {
    return Math.abs(frameSecond + 0.5 - second);
  }

  static BufferedImage fit(BufferedImage picture, int widthPx, int heightPx) {
    double scale =
        Math.min(
            1,
            Math.min(
                (double) widthPx / picture.getWidth(), (double) heightPx / picture.getHeight()));
    int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
    BufferedImage fitted = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = fitted.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.setRenderingHint(
        RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
    graphics.drawImage(picture, 0, 0, width, height, null);
    graphics.dispose();
    return fitted;
  }

  private static byte[] encode(BufferedImage picture) {
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "jpeg", jpeg);
    } catch (IOException e) {
      throw new IllegalStateException("Writing into memory failed", e);
    }
    return jpeg.toByteArray();
  }
}
