package org.otklik.media;

import java.time.Duration;

/**
 * What a video may cost before it is refused.
 *
 * @param fileBytes size of the file
 * @param sidePx width and height of the picture
 * @param pixels width times height
 * @param durationMs length of the video
 * @param allocationBytes one allocation inside FFmpeg
 * @param residentBytes memory of the child process (checked where {@code /proc} tells it)
 * @param patience with a child that gives no sign of life
 */
public record DecodeLimits(
    long fileBytes,
    int sidePx,
    long pixels,
    int durationMs,
    long allocationBytes,
    long residentBytes,
    ChildPatience patience) {
  public static final DecodeLimits STANDARD =
      new DecodeLimits(
          4L << 30,
          8192,
          40_000_000,
          4 * 60 * 60 * 1000,
          512L << 20,
          2L << 30,
          new ChildPatience(Duration.ofSeconds(30), Duration.ofMinutes(10)));

  public DecodeLimits withFileBytes(long most) {
    return new DecodeLimits(
        most, sidePx, pixels, durationMs, allocationBytes, residentBytes, patience);
  }

  public DecodeLimits withPixels(long most) {
    return new DecodeLimits(
        fileBytes, sidePx, most, durationMs, allocationBytes, residentBytes, patience);
  }

  public DecodeLimits withDurationMs(int most) {
    return new DecodeLimits(
        fileBytes, sidePx, pixels, most, allocationBytes, residentBytes, patience);
  }

  public DecodeLimits withPatience(ChildPatience other) {
    return new DecodeLimits(
        fileBytes, sidePx, pixels, durationMs, allocationBytes, residentBytes, other);
  }
}
