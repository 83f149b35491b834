package org.otklik.timeline;

import org.otklik.emotion.Polarity;

/**
 * How frames become seconds; stored with every run.
 *
 * @param stateThreshold least mean probability of a group that makes it the second's state, 0..1
 * @param leastObservedShare least observed part of a second that lets it count, above 0, up to 1
 * @param sampleHz frames sampled in a second
 */
public record SecondSettings(
    double stateThreshold, double leastObservedShare, double sampleHz, Polarity polarity) {

  public SecondSettings {
    if (!(stateThreshold >= 0 && stateThreshold <= 1)) {
      throw new IllegalArgumentException("stateThreshold must be in 0..1: " + stateThreshold);
    }
    if (!(leastObservedShare > 0 && leastObservedShare <= 1)) {
      throw new IllegalArgumentException(
          "leastObservedShare must be above 0, up to 1: " + leastObservedShare);
    }
    if (!(sampleHz > 0 && sampleHz <= 1000)) {
      throw new IllegalArgumentException("sampleHz must be above 0, up to 1000: " + sampleHz);
    }
    if (polarity == null) {
      throw new IllegalArgumentException("polarity is missing");
    }
  }

  /** The thresholds of the metrics' definition, 0.5 each, with the standard polarity. */
  public static SecondSettings standard(double sampleHz) {
    return new SecondSettings(0.5, 0.5, sampleHz, Polarity.STANDARD);
  }
}
