package org.otklik.testdata.synthetic;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.EmotionScores;

/** Seven aligned average faces that can be mixed; each the mean of many, no real person. */
final class AverageFaces {
  /** Width and height of a tile. */
  static final int TILE_PX = 192;

  /** Between the eyes, and the mouth: the same in every tile. */
  static final int EYES_Y_PX = 78;

  private static final String RESOURCE = "average-faces.png";

  /** The oval that is kept of a tile; outside it fades, since a pasted rectangle is no face. */
  private static final double OVAL_X = 96;

  private static final double OVAL_Y = 98;
  private static final double OVAL_HALF_WIDTH = 74;
  private static final double OVAL_HALF_HEIGHT = 98;
  private static final double FADE = 0.26;

  private final float[][] tiles = new float[Emotion.values().length][TILE_PX * TILE_PX];
  private final int[] alpha = new int[TILE_PX * TILE_PX];

  private AverageFaces(BufferedImage strip) {
    for (int e = 0; e < tiles.length; e++) {
      for (int i = 0; i < alpha.length; i++) {
        int x = e * TILE_PX + i % TILE_PX;
        tiles[e][i] = strip.getRaster().getSample(x, i / TILE_PX, 0);
      }
    }
    for (int i = 0; i < alpha.length; i++) {
      double x = (i % TILE_PX + 0.5 - OVAL_X) / OVAL_HALF_WIDTH;
      double y = (i / TILE_PX + 0.5 - OVAL_Y) / OVAL_HALF_HEIGHT;
      alpha[i] = (int) Math.round(255 * Easing.smooth((1 - Math.hypot(x, y)) / FADE));
    }
  }

  static AverageFaces load() {
    try (InputStream in = AverageFaces.class.getResourceAsStream(RESOURCE)) {
      return new AverageFaces(ImageIO.read(Objects.requireNonNull(in, RESOURCE)));
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE, e);
    }
  }

  /**
   * @param skin gives the hue; the brightness of the tiles is kept, since the model reads grey
   * @param into TYPE_INT_ARGB of the tiles' size
   */
  void mix(EmotionScores mixture, Color skin, double contrast, BufferedImage into) {
    int[] pixels = ((DataBufferInt) into.getRaster().getDataBuffer()).getData();
    double[] weights = mixture.toArray();
    double luma = 0.299 * skin.getRed() + 0.587 * skin.getGreen() + 0.114 * skin.getBlue();
    double red = skin.getRed() / luma;
    double green = skin.getGreen() / luma;
    double blue = skin.getBlue() / luma;
    for (int i = 0; i < pixels.length; i++) {
      double grey = 0;
      for (int e = 0; e < weights.length; e++) {
        grey += weights[e] * tiles[e][i];
      }
      double level = 128 + (grey - 128) * contrast;
      pixels[i] =
          alpha[i] << 24
              | channel(level * red) << 16
              | channel(level * green) << 8
              | channel(level * blue);
    }
  }

  private static int channel(double level) {
    return (int) Math.max(0, Math.min(255, level + 0.5));
  }
}
