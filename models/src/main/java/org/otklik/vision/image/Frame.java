package org.otklik.vision.image;

/**
 * One upright picture of a video.
 *
 * @param mediaTimeMs time in the video
 * @param widthPx of this picture, which may be smaller than the video's
 * @param heightPx likewise
 * @param sourceWidthPx of the video, upright
 * @param sourceHeightPx likewise
 * @param bgr 3 bytes a pixel, blue first, rows packed; null if it could not be decoded. Not copied:
 *     it must not be changed while it is in use
 */
public record Frame(
    int mediaTimeMs, int widthPx, int heightPx, int sourceWidthPx, int sourceHeightPx, byte[] bgr) {

  public Frame {
    if (bgr != null) {
      if (widthPx < 1 || heightPx < 1 || sourceWidthPx < 1 || sourceHeightPx < 1) {
        throw new IllegalArgumentException("A picture has a size: " + widthPx + " x " + heightPx);
      }
      if (bgr.length != Math.multiplyExact(3, Math.multiplyExact(widthPx, heightPx))) {
        throw new IllegalArgumentException(
            "%d bytes are no packed BGR picture of %d x %d"
                .formatted(bgr.length, widthPx, heightPx));
      }
    }
  }

  /** A time at which the video could not be decoded. */
  public static Frame undecodable(int mediaTimeMs) {
    return new Frame(mediaTimeMs, 0, 0, 0, 0, null);
  }

  public boolean isDecodable() {
    return bgr != null;
  }
}
