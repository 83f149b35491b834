package org.otklik.image;

/**
 * What a batch of images may cost before it is refused.
 *
 * @param images files in it
 * @param imageBytes size of one; a larger one is listed as such, and the others go on
 * @param unpackedBytes of all together
 * @param ratio unpacked over packed bytes of a whole archive; pictures hardly shrink
 * @param directoryBytes of an archive's table of contents, which is read into memory
 */
public record ImageLimits(
    int images, int imageBytes, long unpackedBytes, int ratio, long directoryBytes) {
  public static final ImageLimits STANDARD =
      new ImageLimits(20_000, 64 << 20, 4L << 30, 100, 10 << 20);

  /** A small archive may shrink as it likes: it does no harm. */
  static final long HARMLESS_BYTES = 64 << 20;
}
