package org.otklik.timeline;

import java.util.ArrayList;
import java.util.List;
import org.otklik.emotion.EmotionScores;

/**
 * Smooths a viewer's scores in time: each observed sample becomes the mean of those around it,
 * weighted by a Gaussian of their distance in time and by the time they are for (the kernel
 * regression of Nadaraya and Watson, 1964, on unevenly spaced samples). The kernel looks as far
 * ahead as back, so that nothing comes later than it was.
 *
 * <p>What is not observed stays so and lends nothing, and no sample lends to another across more
 * than {@link #MAX_GAP_MS} without an observed one.
 */
final class FrameSmoothing {
  static final int MAX_GAP_MS = 1000;

  /** Standard deviations after which the kernel is cut: beyond lies 0.3 % of its weight. */
  private static final double REACH = 3;

  private FrameSmoothing() {}

  /**
   * All samples in order of time, the observed ones smoothed.
   *
   * @param sigmaMs standard deviation of the kernel, above 0
   */
  static List<FrameSample> smooth(List<FrameSample> samples, double sigmaMs) {
    List<FrameSample> smoothed = new ArrayList<>(TimedSample.inOrder(samples));
    List<Integer> stretch = new ArrayList<>();
    for (int i = 0; i < smoothed.size(); i++) {
      if (smoothed.get(i).outcome() != FrameOutcome.OBSERVED) {
        continue;
      }
      if (!stretch.isEmpty() && gapMs(smoothed, last(stretch), i) > MAX_GAP_MS) {
        smoothStretch(smoothed, stretch, sigmaMs);
        stretch.clear();
      }
      stretch.add(i);
    }
    smoothStretch(smoothed, stretch, sigmaMs);
    return smoothed;
  }

  private static void smoothStretch(
      List<FrameSample> samples, List<Integer> stretch, double sigmaMs) {
    List<FrameSample> raw = stretch.stream().map(samples::get).toList();
    double[] spansMs = spansMs(raw);
    int first = 0;
    for (int i = 0; i < raw.size(); i++) {
      while (gapMs(raw, first, i) > REACH * sigmaMs) {
        first++;
      }
      List<EmotionScores> scores = new ArrayList<>();
      List<Double> weights = new ArrayList<>();
      for (int j = first; j < raw.size() && gapMs(raw, i, j) <= REACH * sigmaMs; j++) {
        double distance = gapMs(raw, i, j) / sigmaMs;
        scores.add(raw.get(j).scores());
        weights.add(spansMs[j] * Math.exp(-distance * distance / 2));
      }
      EmotionScores mean =
          EmotionScores.weightedMean(
              scores, weights.stream().mapToDouble(Double::doubleValue).toArray());
      samples.set(stretch.get(i), raw.get(i).withScores(mean));
    }
  }

  /** Half of the way to either neighbour; at an end the one there is counts twice. */
  private static double[] spansMs(List<FrameSample> stretch) {
    double[] spans = new double[stretch.size()];
    for (int i = 0; i < spans.length; i++) {
      int back = i > 0 ? gapMs(stretch, i - 1, i) : -1;
      int ahead = i + 1 < spans.length ? gapMs(stretch, i, i + 1) : -1;
      double span = back < 0 || ahead < 0 ? Math.max(back, ahead) : (back + ahead) / 2.0;
      spans[i] = Math.max(1, span); // one alone, or several at one time, count all the same
    }
    return spans;
  }

  private static int gapMs(List<FrameSample> samples, int from, int to) {
    return samples.get(to).mediaTimeMs() - samples.get(from).mediaTimeMs();
  }

  private static int last(List<Integer> stretch) {
    return stretch.get(stretch.size() - 1);
  }
}
