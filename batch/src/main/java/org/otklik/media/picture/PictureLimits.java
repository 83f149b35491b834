package org.otklik.media.picture;

import java.time.Duration;

/**
 * What a picture may cost before it is refused.
 *
 * @param fileBytes size of the file
 * @param sidePx width and height
 * @param pixels width times height; phones take up to 108 megapixels
 * @param patience the longest one may take; a window of them must fit a transaction (180 s)
 */
public record PictureLimits(int fileBytes, int sidePx, long pixels, Duration patience) {
  public static final PictureLimits STANDARD =
      new PictureLimits(64 << 20, 20_000, 120_000_000, Duration.ofSeconds(10));

  /** For tests. */
  PictureLimits withPatience(Duration other) {
    return new PictureLimits(fileBytes, sidePx, pixels, other);
  }
}
