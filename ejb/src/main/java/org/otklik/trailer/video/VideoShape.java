package org.otklik.trailer.video;

import java.awt.Dimension;

/** Width to height of a trailer's video. */
public enum VideoShape {
  /** As the creative. */
  ORIGINAL(0, 0),
  WIDE(16, 9),
  SQUARE(1, 1),
  TALL(9, 16);

  /** More pixels than Full HD has are for no trailer's places. */
  private static final int LONG_SIDE_PX = 1920;

  private final int width;
  private final int height;

  VideoShape(int width, int height) {
    this.width = width;
    this.height = height;
  }

  /** Such as “16:9”; empty for that of the creative. */
  public String ratio() {
    return width == 0 ? "" : width + ":" + height;
  }

  /** The largest part of a picture that has this shape, scaled down to Full HD; even sides. */
  Dimension within(int widthPx, int heightPx) {
    double part = width == 0 ? widthPx / (double) heightPx : width / (double) height;
    double partWidth = Math.min(widthPx, heightPx * part);
    double partHeight = Math.min(heightPx, widthPx / part);
    double scale = Math.min(1, LONG_SIDE_PX / Math.max(partWidth, partHeight));
    return new Dimension(even(partWidth * scale), even(partHeight * scale));
  }

  private static int even(double px) {
    return Math.max(2, (int) Math.round(px / 2) * 2);
  }
}
