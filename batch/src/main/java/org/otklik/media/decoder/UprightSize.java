package org.otklik.media.decoder;

/**
 * Sizes of one picture after the display rotation, with square pixels.
 *
 * @param widthPx even, as delivered
 * @param heightPx even, as delivered
 * @param sourceWidthPx of the video itself
 * @param sourceHeightPx of the video itself
 * @param rotationDegrees clockwise turn that makes the stored picture upright: 0, 90, 180, 270
 */
public record UprightSize(
    int widthPx, int heightPx, int sourceWidthPx, int sourceHeightPx, int rotationDegrees) {
  static final UprightSize UNKNOWN = new UprightSize(0, 0, 0, 0, 0);

  /** Pixel aspects beyond this are errors in the file, not anamorphic video. */
  private static final double WIDEST_PIXEL = 4;

  private static final int ROUNDING_PX = 4;

  /**
   * @param pixelAspect width of one stored pixel over its height; 0 or odd values count as 1
   * @param longSidePx the longer side is scaled down to this, never up
   */
  static UprightSize ofLongSide(
      int storedWidth, int storedHeight, double pixelAspect, int rotation, int longSidePx) {
    UprightSize source = source(storedWidth, storedHeight, pixelAspect, rotation);
    int longer = Math.max(source.sourceWidthPx, source.sourceHeightPx);
    return source.scaled(Math.min(1, longSidePx / (double) longer));
  }

  /** As {@link #ofLongSide}, with a limit on the width. */
  static UprightSize ofWidth(
      int storedWidth, int storedHeight, double pixelAspect, int rotation, int widthPx) {
    UprightSize source = source(storedWidth, storedHeight, pixelAspect, rotation);
    return source.scaled(Math.min(1, widthPx / (double) source.sourceWidthPx));
  }

  /** As {@link #ofLongSide}, with a limit on either side. */
  public static UprightSize within(
      int storedWidth,
      int storedHeight,
      double pixelAspect,
      int rotation,
      int longSidePx,
      int shortSidePx) {
    UprightSize source = source(storedWidth, storedHeight, pixelAspect, rotation);
    double longer = Math.max(source.sourceWidthPx, source.sourceHeightPx);
    double shorter = Math.min(source.sourceWidthPx, source.sourceHeightPx);
    return source.scaled(Math.min(1, Math.min(longSidePx / longer, shortSidePx / shorter)));
  }

  /** As small as covers a picture of that size, in its own shape; up where it must be. */
  public static UprightSize covering(
      int storedWidth,
      int storedHeight,
      double pixelAspect,
      int rotation,
      int widthPx,
      int heightPx) {
    UprightSize source = source(storedWidth, storedHeight, pixelAspect, rotation);
    double scale =
        Math.max(
            widthPx / (double) source.sourceWidthPx, heightPx / (double) source.sourceHeightPx);
    return new UprightSize(
        covering(source.sourceWidthPx * scale, widthPx),
        covering(source.sourceHeightPx * scale, heightPx),
        source.sourceWidthPx,
        source.sourceHeightPx,
        rotation);
  }

  /** Where only a rounding lies between, the wanted size itself. */
  private static int covering(double px, int wantedPx) {
    return px - wantedPx <= ROUNDING_PX ? wantedPx : (int) Math.ceil(px / 2) * 2;
  }

  /**
   * As large as fits into another picture, in its own shape. Where only a rounding lies between the
   * shapes it fills the other.
   */
  public UprightSize inside(UprightSize other) {
    UprightSize fitting =
        scaled(
            Math.min(
                other.widthPx / (double) sourceWidthPx, other.heightPx / (double) sourceHeightPx));
    boolean fills =
        other.widthPx - fitting.widthPx <= ROUNDING_PX
            && other.heightPx - fitting.heightPx <= ROUNDING_PX;
    return fills
        ? new UprightSize(
            other.widthPx, other.heightPx, sourceWidthPx, sourceHeightPx, rotationDegrees)
        : fitting;
  }

  boolean isOfSameSource(UprightSize other) {
    return sourceWidthPx == other.sourceWidthPx && sourceHeightPx == other.sourceHeightPx;
  }

  static UprightSize source(int storedWidth, int storedHeight, double pixelAspect, int rotation) {
    boolean sane = pixelAspect >= 1 / WIDEST_PIXEL && pixelAspect <= WIDEST_PIXEL;
    int width = sane ? (int) Math.max(1, Math.round(storedWidth * pixelAspect)) : storedWidth;
    boolean lying = rotation % 180 != 0;
    int uprightWidth = lying ? storedHeight : width;
    int uprightHeight = lying ? width : storedHeight;
    return new UprightSize(uprightWidth, uprightHeight, uprightWidth, uprightHeight, rotation);
  }

  /** The picture as it is stored, before it is turned. */
  int lyingWidthPx() {
    return rotationDegrees % 180 != 0 ? heightPx : widthPx;
  }

  int lyingHeightPx() {
    return rotationDegrees % 180 != 0 ? widthPx : heightPx;
  }

  private UprightSize scaled(double scale) {
    return new UprightSize(
        even(sourceWidthPx * scale),
        even(sourceHeightPx * scale),
        sourceWidthPx,
        sourceHeightPx,
        rotationDegrees);
  }

  /** Down to an even number, so that nothing is ever scaled up by a pixel. */
  private static int even(double px) {
    return Math.max(2, (int) Math.floor((px + 1e-6) / 2) * 2);
  }
}
