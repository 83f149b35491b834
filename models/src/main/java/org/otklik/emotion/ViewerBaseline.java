package org.otklik.emotion;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much of each emotion a viewer's face shows at rest, to be taken out of what it shows later.
 * Some faces look angry or sad without being moved by anything.
 *
 * <p>With p the probability of one of the six emotions and b its level at rest, what is left is
 *
 * <pre>q = max(0, (p − b) / (1 − b)),   q(neutral) = 1 − the sum of the six q</pre>
 *
 * <p>that is, the part of the way from rest to certainty that the face has gone. It is Abbott's
 * correction for natural response (W. S. Abbott, "A method of computing the effectiveness of an
 * insecticide", Journal of Economic Entomology 18 (1925), 265–267). Since q is never above p, the
 * six sum to 1 at most and no emotion is found that was not there; a face at rest is wholly
 * neutral, a certain emotion stays certain, and a viewer neutral at rest stays as he is. Dividing
 * by the level instead, as one adjusts to other priors, would blow up emotions that hardly ever
 * occur.
 */
public final class ViewerBaseline {
  private static final double NEARLY_ONE = 1 - 1e-9;

  /** 0..1, in the order of {@link Emotion}; that of neutral is not used. */
  private final double[] levels;

  private ViewerBaseline(double[] levels) {
    this.levels = levels;
  }

  /** The mean of scores seen at rest, each with its weight. */
  public static ViewerBaseline mean(List<EmotionScores> scores, double... weights) {
    return new ViewerBaseline(EmotionScores.weightedMean(scores, weights).toArray());
  }

  /**
   * Of each emotion by itself the weighted median: half of the weight lies at or below it. The
   * levels need not sum to 1.
   *
   * @param weights one for each of the scores, in any unit, none negative, not all zero
   */
  public static ViewerBaseline median(List<EmotionScores> scores, double... weights) {
    double half = Arrays.stream(weights).sum() / 2;
    if (scores.size() != weights.length || !(half > 0)) {
      throw new IllegalArgumentException(scores.size() + " scores, weights sum to " + 2 * half);
    }
    double[] levels = new double[Emotion.values().length];
    for (Emotion emotion : Emotion.values()) {
      int[] ascending =
          IntStream.range(0, weights.length)
              .boxed()
              .sorted(Comparator.comparingDouble(i -> scores.get(i).probability(emotion)))
              .mapToInt(Integer::intValue)
              .toArray();
      int at = 0;
      for (double sum = weights[ascending[0]]; sum < half; sum += weights[ascending[at]]) {
        at++;
      }
      levels[emotion.ordinal()] = scores.get(ascending[at]).probability(emotion);
    }
    return new ViewerBaseline(levels);
  }

  /** 0..1. */
  public double of(Emotion emotion) {
    return levels[emotion.ordinal()];
  }

  /** What the face shows beyond its rest; its movements stay as they were seen. */
  public EmotionScores takenOutOf(EmotionScores scores) {
    double[] left = new double[levels.length];
    double sum = 0;
    for (Emotion emotion : Emotion.values()) {
      if (emotion != Emotion.NEUTRAL) {
        double beyond = beyond(scores.probability(emotion), of(emotion));
        left[emotion.ordinal()] = beyond;
        sum += beyond;
      }
    }
    left[Emotion.NEUTRAL.ordinal()] = Math.max(0, 1 - sum);
    return EmotionScores.of(left).withMovements(scores.movements());
  }

  /** An emotion that is certain at rest leaves no way to go. */
  private static double beyond(double probability, double level) {
    return level > NEARLY_ONE ? 0 : Math.max(0, (probability - level) / (1 - level));
  }

  @Override
  public String toString() {
    return "RestingLevel" + Arrays.toString(levels);
  }
}
