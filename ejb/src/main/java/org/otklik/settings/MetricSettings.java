package org.otklik.settings;

import org.otklik.emotion.Polarity;
import org.otklik.metric.EmotionalNps;
import org.otklik.metric.ResponseSettings;
import org.otklik.timeline.CorrectionSettings;
import org.otklik.timeline.SecondSettings;

/**
 * How a campaign's frames become figures: all that can be changed without looking at a video again.
 *
 * @param stateThreshold least mean probability that makes a second positive or negative, 0..1
 * @param trace when a viewing counts and what leaves a trace
 * @param silentWeight K of EmoNPS, 0.2..1
 * @param polarity which emotion counts as positive and which as negative
 * @param correction of what is seen, before it becomes seconds
 */
public record MetricSettings(
    double stateThreshold,
    ResponseSettings trace,
    double silentWeight,
    Polarity polarity,
    CorrectionSettings correction) {

  /** Of a new campaign: the metrics' definition, nothing corrected. */
  public static final MetricSettings STANDARD =
      new MetricSettings(
          0.5,
          ResponseSettings.STANDARD,
          EmotionalNps.STANDARD_K,
          Polarity.STANDARD,
          CorrectionSettings.OFF);

  /** A state needs half of its second observed (docs/metrics.md). */
  private static final double MIN_OBSERVED_SHARE = 0.5;

  public MetricSettings {
    if (!(stateThreshold >= 0 && stateThreshold <= 1)) {
      throw new IllegalArgumentException("stateThreshold must be in 0..1: " + stateThreshold);
    }
    if (!(silentWeight >= EmotionalNps.MIN_K && silentWeight <= EmotionalNps.MAX_K)) {
      throw new IllegalArgumentException("silentWeight must be in 0.2..1: " + silentWeight);
    }
    if (trace == null || polarity == null || correction == null) {
      throw new IllegalArgumentException("A setting is missing");
    }
  }

  /** How the frames of a run become seconds. */
  public SecondSettings seconds(double sampleHz) {
    return new SecondSettings(stateThreshold, MIN_OBSERVED_SHARE, sampleHz, polarity);
  }

  /** Whether the other settings make the same of every viewing: only K may differ. */
  public boolean judgesLike(MetricSettings other) {
    return new MetricSettings(stateThreshold, trace, other.silentWeight, polarity, correction)
        .equals(other);
  }
}
