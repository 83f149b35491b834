package org.otklik.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.otklik.emotion.EmotionScores;
import org.otklik.emotion.ViewerBaseline;

/**
 * A viewer's samples as they become seconds: smoothed, then without the viewer's level at rest. In
 * this order, because what is below the level is cut off, and noise must not be cut on one side
 * only. The level itself is found in the scores as they were observed.
 *
 * @param samples in order of time
 */
public record CorrectedFrames(List<FrameSample> samples, BaselineState baseline) {

  /** Of the stretch that was asked for, so much must be observed. */
  private static final double MIN_OBSERVED_SHARE = 0.5;

  /** A median over less says little of how a face rests. */
  private static final double MIN_OBSERVED_FOR_MEDIAN_MS = 5000;

  /**
   * @param raw what each sampled frame says of the viewer
   * @param recordingDurationMs its length
   * @param sampleHz samples asked for a second
   */
  public static CorrectedFrames of(
      List<FrameSample> raw,
      int recordingDurationMs,
      double sampleHz,
      CorrectionSettings settings) {
    List<FrameSample> smoothed =
        settings.smoothingMs() == 0
            ? TimedSample.inOrder(raw)
            : FrameSmoothing.smooth(raw, settings.smoothingMs());
    if (settings.baseline() == BaselineMethod.NONE) {
      return new CorrectedFrames(smoothed, BaselineState.OFF);
    }
    return restingLevel(raw, recordingDurationMs, sampleHz, settings)
        .map(level -> new CorrectedFrames(without(level, smoothed), BaselineState.REMOVED))
        .orElseGet(() -> new CorrectedFrames(smoothed, BaselineState.TOO_SHORT));
  }

  /** Empty when too little was observed. */
  private static Optional<ViewerBaseline> restingLevel(
      List<FrameSample> raw, int durationMs, double sampleHz, CorrectionSettings settings) {
    boolean atFirst = settings.baseline() == BaselineMethod.FIRST_SECONDS;
    double untilMs = atFirst ? 1000.0 * settings.baselineSeconds() : durationMs;
    double leastMs = atFirst ? MIN_OBSERVED_SHARE * untilMs : MIN_OBSERVED_FOR_MEDIAN_MS;
    List<EmotionScores> scores = new ArrayList<>();
    List<Double> weightsMs = new ArrayList<>();
    for (TimedSample one : TimedSample.of(raw, durationMs, sampleHz)) {
      if (one.isObserved() && one.beforeMs(untilMs) > 0) {
        scores.add(one.sample().scores());
        weightsMs.add(one.beforeMs(untilMs));
      }
    }
    double[] weights = weightsMs.stream().mapToDouble(Double::doubleValue).toArray();
    if (weightsMs.stream().mapToDouble(Double::doubleValue).sum() < leastMs) {
      return Optional.empty();
    }
    return Optional.of(
        atFirst ? ViewerBaseline.mean(scores, weights) : ViewerBaseline.median(scores, weights));
  }

  private static List<FrameSample> without(ViewerBaseline level, List<FrameSample> samples) {
    return samples.stream()
        .map(
            sample ->
                sample.outcome() == FrameOutcome.OBSERVED
                    ? sample.withScores(level.takenOutOf(sample.scores()))
                    : sample)
        .toList();
  }
}
