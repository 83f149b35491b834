package org.otklik.it;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/**
 * A number drawn as a row of black and white squares along a picture's lower border, so that each
 * frame of a film tells which one it is, however it was encoded.
 */
final class TimeCode {
  static final int BITS = 12;
  private static final int THRESHOLD = 128;

  private TimeCode() {}

  /** A square's side: there is room for one more in a row. */
  private static double sidePx(int widthPx) {
    return widthPx / (BITS + 3.0);
  }

  /** Between a black and a white square, which tell that there is a number. */
  static void draw(BufferedImage picture, int number) {
    double side = sidePx(picture.getWidth());
    Graphics2D graphics = picture.createGraphics();
    for (int place = 0; place < BITS + 2; place++) {
      boolean isWhite = place == BITS + 1 || place > 0 && (number >> (BITS - place) & 1) == 1;
      graphics.setColor(isWhite ? Color.WHITE : Color.BLACK);
      graphics.fill(new Rectangle2D.Double(place * side, picture.getHeight() - side, side, side));
    }
    graphics.dispose();
  }

  /** The number drawn, or -1 where there is none. */
  static int read(BufferedImage picture) {
    double side = sidePx(picture.getWidth());
    int y = (int) (picture.getHeight() - side / 2);
    int number = 0;
    for (int place = 0; place < BITS + 2; place++) {
      boolean isWhite = (picture.getRGB((int) ((place + 0.5) * side), y) >> 8 & 0xff) > THRESHOLD;
      if (place == 0 && isWhite || place == BITS + 1 && !isWhite) {
        return -1;
      }
      if (place > 0 && place <= BITS) {
        number = number << 1 | (isWhite ? 1 : 0);
      }
    }
    return number;
  }
}
