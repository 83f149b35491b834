package org.otklik.report.drawing;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import net.sf.jasperreports.renderers.Renderable;
import net.sf.jasperreports.renderers.SimpleDataRenderer;

/**
 * The ad's frames, brought to the size a page needs. A picture that cannot be read counts as
 * missing. For one report; not for several threads.
 */
public final class FrameImages {

  private static final Logger LOG = System.getLogger(FrameImages.class.getName());

  /** About 220 dpi at the largest place a frame has. */
  private static final int LONG_SIDE_PX = 560;

  private final NavigableMap<Integer, byte[]> originals;
  private final Map<Integer, Optional<byte[]>> fitted = new HashMap<>();

  /**
   * @param originals second → JPEG
   */
  public FrameImages(NavigableMap<Integer, byte[]> originals) {
    this.originals = originals;
  }

  /** The frame at that second, small enough for a page, or a sign that it is missing. */
  public Renderable at(int second) {
    return jpeg(second)
        .<Renderable>map(SimpleDataRenderer::getInstance)
        .orElseGet(MissingImage::new);
  }

  private Optional<byte[]> jpeg(int second) {
    return fitted.computeIfAbsent(second, any -> decode(second).map(FrameImages::encode));
  }

  /** The readable frame closest to that second, if one is not farther than so many seconds. */
  Optional<BufferedImage> near(double second, double atMost) {
    return originals.keySet().stream()
        .filter(frame -> distance(frame, second) <= atMost)
        .sorted(Comparator.comparingDouble(frame -> distance(frame, second)))
        .map(this::decode)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Width over height of the ad; 16:9 when no frame can be read. */
  double aspect() {
    return originals.keySet().stream()
        .map(this::decode)
        .flatMap(Optional::stream)
        .findFirst()
        .map(frame -> (double) frame.getWidth() / frame.getHeight())
        .orElse(16 / 9.0);
  }

  private static double distance(int frameSecond, double second) {
    return Math.abs(frameSecond + 0.5 - second);
  }

  /** Decoded when needed and not kept: three minutes of frames would fill the heap. */
  private Optional<BufferedImage> decode(int second) {
    byte[] original = originals.get(second);
    if (original == null) {
      return Optional.empty();
    }
    try {
      BufferedImage picture =
          ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(original)));
      return Optional.ofNullable(picture).map(read -> fit(read, LONG_SIDE_PX, LONG_SIDE_PX));
    } catch (IOException | IllegalArgumentException e) {
      LOG.log(Level.WARNING, "The frame at second " + second + " cannot be read", e);
      return Optional.empty();
    }
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
    graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
    graphics.drawImage(picture, 0, 0, width, height, null);
    graphics.dispose();
    return fitted;
  }

  private static byte[] encode(BufferedImage picture) {
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    try {
      MemoryCacheImageOutputStream memory = new MemoryCacheImageOutputStream(jpeg);
      ImageIO.write(picture, "jpeg", memory);
      memory.close();
    } catch (IOException e) {
      throw new IllegalStateException("Writing into memory failed", e);
    }
    return jpeg.toByteArray();
  }
}
