package org.otklik.vision.image;

/**
 * A rectangle of an upright frame, in shares of the frame.
 *
 * @param left from the frame's left edge to the rectangle's, 0..1
 * @param top from the frame's upper edge to the rectangle's, 0..1
 * @param width 0.05..1
 * @param height 0.05..1
 */
public record FrameArea(double left, double top, double width, double height) {
  /** Less of a frame has no face that could be judged. */
  public static final double MIN_SIDE = 0.05;

  public static final FrameArea WHOLE = new FrameArea(0, 0, 1, 1);

  private static final double ROUNDING = 1e-6;

  /**
   * @throws IllegalArgumentException where it does not lie in the frame, or is too small
   */
  public FrameArea {
    boolean isWithin =
        left >= 0
            && top >= 0
            && width >= MIN_SIDE
            && height >= MIN_SIDE
            && left + width <= 1 + ROUNDING
            && top + height <= 1 + ROUNDING;
    if (!isWithin) {
      throw new IllegalArgumentException(
          "No part of a frame: %s, %s, %s x %s".formatted(left, top, width, height));
    }
  }

  /** As {@link #shares()} gave them. */
  public static FrameArea of(double[] shares) {
    return new FrameArea(shares[0], shares[1], shares[2], shares[3]);
  }

  /** Left, top, width, height. */
  public double[] shares() {
    return new double[] {left, top, width, height};
  }

  public boolean isWhole() {
    return equals(WHOLE);
  }
}
