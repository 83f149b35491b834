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
 * @param silence the longest the child may work without a sign of life
 */
public record DecodeLimits(
    long fileBytes,
    int sidePx,
    long pixels,
    int durationMs,
    long allocationBytes,
    long residentBytes,
    Duration silence) {
  public static final DecodeLimits STANDARD =
      new DecodeLimits(
          4L << 30,
          8192,
          40_000_000,
          4 * 60 * 60 * 1000,
          512L << 20,
          2L << 30,
          Duration.ofSeconds(30));

  public DecodeLimits withFileBytes(long most) {
    return new DecodeLimits(
        most, sidePx, pixels, durationMs, allocationBytes, residentBytes, silence);
  }

  public DecodeLimits withPixels(long most) {
    return new DecodeLimits(
        fileBytes, sidePx, most, durationMs, allocationBytes, residentBytes, silence);
  }

  public DecodeLimits withDurationMs(int most) {
    return new DecodeLimits(
        fileBytes, sidePx, pixels, most, allocationBytes, residentBytes, silence);
  }

  public DecodeLimits withSilence(Duration most) {
    return new DecodeLimits(
        fileBytes, sidePx, pixels, durationMs, allocationBytes, residentBytes, most);
  }
}
