package org.otklik.media.picture;

import java.time.Duration;
import org.otklik.media.ChildPatience;

/**
 * What a picture may cost before it is refused.
 *
 * @param fileBytes size of the file
 * @param sidePx width and height
 * @param pixels width times height; phones take up to 108 megapixels
 * @param patience with a child that does not answer
 */
public record ImageDecodeLimits(int fileBytes, int sidePx, long pixels, ChildPatience patience) {
  public static final ImageDecodeLimits STANDARD =
      new ImageDecodeLimits(
          64 << 20,
          20_000,
          120_000_000,
          new ChildPatience(Duration.ofSeconds(10), Duration.ofMinutes(5)));

  /** For tests. */
  ImageDecodeLimits withPatience(ChildPatience other) {
    return new ImageDecodeLimits(fileBytes, sidePx, pixels, other);
  }
}
