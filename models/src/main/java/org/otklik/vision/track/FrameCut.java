package org.otklik.vision.track;

/**
 * A moment at which most of the picture changed at once: a cut in a video that plays on a recorded
 * screen, or a jump of the camera.
 *
 * @param beforeMs time of the last sampled frame before it
 * @param atMs of the first one after it
 */
public record FrameCut(int beforeMs, int atMs) {
  /** Share of the picture; the largest gesture on real recordings changes a quarter. */
  public static final double MIN_CHANGED_SHARE = 0.5;
}
