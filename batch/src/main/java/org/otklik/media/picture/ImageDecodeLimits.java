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
public record ImageDecodeLimits(int fileBytes, int sidePx, long pixels, Duration patience) {
  public static final ImageDecodeLimits STANDARD =
      new ImageDecodeLimits(64 << 20, 20_000, 120_000_000, Duration.ofSeconds(10));

  /** For tests. */
  ImageDecodeLimits withPatience(Duration other) {
    return new ImageDecodeLimits(fileBytes, sidePx, pixels, other);
  }
}
