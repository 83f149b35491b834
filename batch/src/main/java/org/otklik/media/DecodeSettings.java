package org.otklik.media;

import org.otklik.vision.image.FrameArea;

/**
 * How a video is turned into frames.
 *
 * @param sampleHz sampled frames a second of video, above 0 and at most 240
 * @param longSidePx the longer side is scaled down to this, never up; 16..4096
 * @param afterMs only frames with a later media time are delivered, the same ones as in an
 *     undisturbed pass; -1 for all of them
 * @param threads of the decoder; 1..16. The frames are the same ones with any number, but for those
 *     beside destroyed bytes, where threads may lose one more or less
 * @param turnDegrees clockwise, after the turn that the file itself asks for: 0, 90, 180 or 270
 * @param area of the upright picture before that turn: the rest is cut away before the picture is
 *     scaled, and frames are as those of a video that has no more
 */
public record DecodeSettings(
    double sampleHz, int longSidePx, int afterMs, int threads, int turnDegrees, FrameArea area) {
  /**
   * Two that decode while a third waits for its frame to be scaled and handed over. More make a
   * single recording no faster, and several at once slower.
   */
  public static final int STANDARD_THREADS =
      1 + Math.min(2, Runtime.getRuntime().availableProcessors());

  public static final DecodeSettings STANDARD = new DecodeSettings(10, 640, -1);

  public DecodeSettings {
    if (!(sampleHz > 0 && sampleHz <= 240)) {
      throw new IllegalArgumentException("sampleHz must be above 0 and at most 240: " + sampleHz);
    }
    if (longSidePx < 16 || longSidePx > 4096) {
      throw new IllegalArgumentException("longSidePx must be 16..4096: " + longSidePx);
    }
    if (threads < 1 || threads > 16) {
      throw new IllegalArgumentException("threads must be 1..16: " + threads);
    }
    if (turnDegrees % 90 != 0 || turnDegrees < 0 || turnDegrees > 270) {
      throw new IllegalArgumentException("turnDegrees must be a quarter turn: " + turnDegrees);
    }
    if (afterMs < -1) {
      throw new IllegalArgumentException("afterMs must be -1 or a media time: " + afterMs);
    }
  }

  /** With the standard number of threads, turned as the file asks for. */
  public DecodeSettings(double sampleHz, int longSidePx, int afterMs) {
    this(sampleHz, longSidePx, afterMs, STANDARD_THREADS, 0, FrameArea.WHOLE);
  }

  public DecodeSettings withThreads(int other) {
    return new DecodeSettings(sampleHz, longSidePx, afterMs, other, turnDegrees, area);
  }

  /** Turned clockwise beyond what the file asks for. */
  public DecodeSettings turned(int degrees) {
    return new DecodeSettings(sampleHz, longSidePx, afterMs, threads, degrees, area);
  }

  /** Only this part of the pictures. */
  public DecodeSettings within(FrameArea part) {
    return new DecodeSettings(sampleHz, longSidePx, afterMs, threads, turnDegrees, part);
  }
}
