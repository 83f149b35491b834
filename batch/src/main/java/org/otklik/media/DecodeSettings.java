package org.otklik.media;

/**
 * How a film is turned into frames.
 *
 * @param sampleHz sampled frames a second of film, above 0 and at most 240
 * @param longSidePx the longer side is scaled down to this, never up; 16..4096
 * @param afterMs only frames with a later media time are delivered, the same ones as in an
 *     undisturbed pass; -1 for all of them
 */
public record DecodeSettings(double sampleHz, int longSidePx, int afterMs) {
  public static final DecodeSettings STANDARD = new DecodeSettings(10, 640, -1);

  public DecodeSettings {
    if (!(sampleHz > 0 && sampleHz <= 240)) {
      throw new IllegalArgumentException("sampleHz must be above 0 and at most 240: " + sampleHz);
    }
    if (longSidePx < 16 || longSidePx > 4096) {
      throw new IllegalArgumentException("longSidePx must be 16..4096: " + longSidePx);
    }
    if (afterMs < -1) {
      throw new IllegalArgumentException("afterMs must be -1 or a media time: " + afterMs);
    }
  }
}
