package org.otklik.curve;

/**
 * Adjacent seconds in which the curve leaves its own baseline.
 *
 * @param startSecond first second of the moment
 * @param endSecond the second after its last
 * @param peakSecond where it is farthest from the baseline; the first of equals
 * @param peakShare the curve there, 0..1: the share of viewers in the group, or of those with
 *     surprise as their most probable emotion
 * @param baseline the curve's median, or that of its lower half, in the same unit
 */
public record Moment(
    MomentKind kind,
    int startSecond,
    int endSecond,
    int peakSecond,
    double peakShare,
    double baseline) {

  /** How far the peak is above the baseline, 0..1. */
  public double rise() {
    return peakShare - baseline;
  }
}
