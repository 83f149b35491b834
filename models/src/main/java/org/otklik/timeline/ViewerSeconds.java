package org.otklik.timeline;

import java.util.ArrayList;
import java.util.List;
import org.otklik.emotion.EmotionGroup;
import org.otklik.emotion.EmotionScores;

/** Turns a recording's sampled frames into the seconds of its viewer. */
public final class ViewerSeconds {

  private static final int SECOND_MS = 1000;

  private ViewerSeconds() {}

  /**
   * Every second from the first to the last that the recording touches, in order, observed or not.
   *
   * <p>A sample stands from its time until the next sample's, no longer than {@link SampleSpacing}
   * allows, the last one until the recording's end within the same limit; what it stands for is cut
   * at the borders of seconds. A second's share is of the whole second even where the recording
   * covers only part of it. Of two samples at one time the later in the list counts. What the
   * viewer showed while the creative stood still belongs to no second.
   *
   * @param clock when the creative was shown, by the recording's time
   * @param recordingDurationMs its length; samples at or after it stand for nothing
   */
  public static List<ViewerSecond> summarise(
      List<FrameSample> samples,
      CreativeClock clock,
      int recordingDurationMs,
      SecondSettings settings) {
    List<CreativeClock.Piece> pieces = clock.before(recordingDurationMs).pieces();
    if (pieces.isEmpty()) {
      return List.of();
    }
    int firstMs = pieces.stream().mapToInt(CreativeClock.Piece::creativeFromMs).min().getAsInt();
    int untilMs = pieces.stream().mapToInt(CreativeClock.Piece::creativeUntilMs).max().getAsInt();
    List<Tally> tallies = new ArrayList<>();
    for (int second = Math.floorDiv(firstMs, SECOND_MS);
        second <= Math.floorDiv(untilMs - 1, SECOND_MS);
        second++) {
      tallies.add(new Tally(second));
    }
    for (TimedSample sample : TimedSample.of(samples, recordingDurationMs, settings.sampleHz())) {
      pieces.forEach(piece -> spread(sample, piece, tallies));
    }
    return tallies.stream().map(tally -> tally.second(settings)).toList();
  }

  private static void spread(TimedSample sample, CreativeClock.Piece piece, List<Tally> tallies) {
    int firstSecond = tallies.get(0).second;
    int shiftMs = piece.creativeFromMs() - piece.fromMs();
    double from = Math.max(sample.fromMs(), piece.fromMs()) + shiftMs;
    double until = Math.min(sample.untilMs(), piece.untilMs()) + shiftMs;
    while (from < until) {
      int second = (int) Math.floor(from / SECOND_MS);
      double border = Math.min(until, (second + 1.0) * SECOND_MS);
      tallies.get(second - firstSecond).add(sample.sample(), border - from);
      from = border;
    }
  }

  /** The same seconds with the states that other thresholds and groups give them. */
  public static List<ViewerSecond> restated(List<ViewerSecond> seconds, SecondSettings settings) {
    return seconds.stream()
        .map(
            one ->
                new ViewerSecond(
                    one.second(),
                    one.observedShare(),
                    one.attentiveShare(),
                    one.scores(),
                    one.isObserved() ? state(one.scores(), settings) : null))
        .toList();
  }

  /** The group with the largest mean if it reaches the threshold; a tie with neutral is neutral. */
  private static EmotionGroup state(EmotionScores scores, SecondSettings settings) {
    EmotionGroup best = EmotionGroup.NEUTRAL;
    for (EmotionGroup group : List.of(EmotionGroup.POSITIVE, EmotionGroup.NEGATIVE)) {
      if (scores.groupProbability(group, settings.polarity())
          > scores.groupProbability(best, settings.polarity())) {
        best = group;
      }
    }
    double largest = scores.groupProbability(best, settings.polarity());
    return largest >= settings.stateThreshold() - ViewerSecond.ROUNDING
        ? best
        : EmotionGroup.NEUTRAL;
  }

  /** What one second has gathered so far. */
  private static final class Tally {
    private final int second;
    private final List<EmotionScores> scores = new ArrayList<>();
    private final List<Double> weightsMs = new ArrayList<>();
    private double attentiveMs;

    private Tally(int second) {
      this.second = second;
    }

    private void add(FrameSample sample, double weightMs) {
      if (sample.outcome() == FrameOutcome.OBSERVED) {
        scores.add(sample.scores());
        weightsMs.add(weightMs);
      }
      attentiveMs += sample.isAttentive() ? weightMs : 0;
    }

    private ViewerSecond second(SecondSettings settings) {
      double[] weights = weightsMs.stream().mapToDouble(Double::doubleValue).toArray();
      double observedMs = weightsMs.stream().mapToDouble(Double::doubleValue).sum();
      double share = Math.min(1, observedMs / SECOND_MS);
      double attentive = Math.min(1, attentiveMs / SECOND_MS);
      if (share < settings.leastObservedShare() - ViewerSecond.ROUNDING) {
        return new ViewerSecond(second, share, attentive, null, null);
      }
      EmotionScores mean = EmotionScores.weightedMean(scores, weights);
      return new ViewerSecond(second, share, attentive, mean, state(mean, settings));
    }
  }
}
