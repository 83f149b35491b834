package org.otklik.vision;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.otklik.emotion.Emotion;
import org.otklik.vision.image.Frame;

/** Pictures with known faces: average ones on a soft ground, and real ones where they are. */
public final class FaceImageFixture {

  public static final Path DETECTOR = Path.of("release", "face-detector");
  public static final Path CLASSIFIER = Path.of("release", "emotion-classifier");

  private static final int TILE_PX = 192;
  private static final Path MEDIA = Path.of("..", "..", "shared", "media");

  private final BufferedImage image;

  public FaceImageFixture(int widthPx, int heightPx) {
    image = new BufferedImage(widthPx, heightPx, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < heightPx; y++) {
      for (int x = 0; x < widthPx; x++) {
        int light = 90 + 50 * y / heightPx + 20 * x / widthPx;
        image.setRGB(x, y, new Color(light - 20, light, light + 20).getRGB());
      }
    }
  }

  private FaceImageFixture(BufferedImage image) {
    this.image = image;
  }

  /** A real picture of shared/media; the test is skipped, visibly, where it is not there. */
  public static FaceImageFixture real(String name) {
    Path file = MEDIA.resolve(name);
    Assumptions.assumeTrue(Files.exists(file), "skipped: there is no " + file);
    try {
      return new FaceImageFixture(ImageIO.read(file.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Pastes an average face, tinted like skin, its tile centred there, its border faded out. */
  public FaceImageFixture withFace(Emotion emotion, int centreXPx, int centreYPx, int sizePx) {
    BufferedImage tile = tile(emotion);
    BufferedImage face = new BufferedImage(TILE_PX, TILE_PX, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < TILE_PX; y++) {
      for (int x = 0; x < TILE_PX; x++) {
        int grey = tile.getRaster().getSample(x, y, 0);
        double distance = Math.hypot((x - 96) / 80.0, (y - 96) / 94.0);
        int opacity = (int) (255 * Math.max(0, Math.min(1, (1 - distance) / 0.15)));
        int red = Math.min(255, grey + 25);
        int blue = Math.max(0, grey - 25);
        face.setRGB(x, y, opacity << 24 | red << 16 | grey << 8 | blue);
      }
    }
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.drawImage(face, centreXPx - sizePx / 2, centreYPx - sizePx / 2, sizePx, sizePx, null);
    pen.dispose();
    return this;
  }

  private static BufferedImage tile(Emotion emotion) {
    try (InputStream faces = FaceImageFixture.class.getResourceAsStream("average-faces.png")) {
      return ImageIO.read(faces).getSubimage(emotion.ordinal() * TILE_PX, 0, TILE_PX, TILE_PX);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Turned clockwise about its middle, its corners black. */
  FaceImageFixture turned(double degrees) {
    BufferedImage turned =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = turned.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.rotate(Math.toRadians(degrees), image.getWidth() / 2.0, image.getHeight() / 2.0);
    pen.drawImage(image, 0, 0, null);
    pen.dispose();
    return new FaceImageFixture(turned);
  }

  public FaceImageFixture darkened(double part) {
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        Color colour = new Color(image.getRGB(x, y));
        int red = (int) (colour.getRed() * part);
        int green = (int) (colour.getGreen() * part);
        int blue = (int) (colour.getBlue() * part);
        image.setRGB(x, y, new Color(red, green, blue).getRGB());
      }
    }
    return this;
  }

  public Frame frame(int mediaTimeMs) {
    return frame(mediaTimeMs, image.getWidth(), image.getHeight());
  }

  /** As if the picture had been scaled down from a video of that size. */
  public Frame frame(int mediaTimeMs, int sourceWidthPx, int sourceHeightPx) {
    byte[] bgr = new byte[3 * image.getWidth() * image.getHeight()];
    int at = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int rgb = image.getRGB(x, y);
        bgr[at++] = (byte) rgb;
        bgr[at++] = (byte) (rgb >> 8);
        bgr[at++] = (byte) (rgb >> 16);
      }
    }
    return new Frame(
        mediaTimeMs, image.getWidth(), image.getHeight(), sourceWidthPx, sourceHeightPx, bgr);
  }

  /** Red and blue exchanged: what a decoder does that hands over RGB. */
  static Frame swapped(Frame frame) {
    byte[] rgb = Arrays.copyOf(frame.bgr(), frame.bgr().length);
    for (int i = 0; i < rgb.length; i += 3) {
      byte blue = rgb[i];
      rgb[i] = rgb[i + 2];
      rgb[i + 2] = blue;
    }
    return new Frame(
        frame.mediaTimeMs(),
        frame.widthPx(),
        frame.heightPx(),
        frame.sourceWidthPx(),
        frame.sourceHeightPx(),
        rgb);
  }
}
