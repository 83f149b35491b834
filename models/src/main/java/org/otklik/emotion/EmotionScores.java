package org.otklik.emotion;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/** The probabilities of the seven emotions; they sum to 1. Immutable. */
public final class EmotionScores implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Single-precision softmax outputs miss 1 by about 1e-6; more than this is a decoding fault. */
  private static final double SUM_TOLERANCE = 1e-3;

  private final double[] probabilities;

  private EmotionScores(double[] probabilities) {
    this.probabilities = probabilities;
  }

  /**
   * Seven probabilities in the order of {@link Emotion}, renormalised to sum to 1 exactly.
   *
   * @throws IllegalArgumentException if there are not seven, one is negative or not finite, or
   *     their sum is further than 1e-3 from 1
   */
  public static EmotionScores of(double... seven) {
    if (seven.length != Emotion.values().length) {
      throw new IllegalArgumentException("Seven probabilities are needed, not " + seven.length);
    }
    double sum = 0;
    for (double probability : seven) {
      if (!Double.isFinite(probability) || probability < 0) {
        throw new IllegalArgumentException("Not a probability: " + probability);
      }
      sum += probability;
    }
    if (Math.abs(sum - 1) > SUM_TOLERANCE) {
      throw new IllegalArgumentException("Probabilities must sum to 1, not to " + sum);
    }
    double whole = sum;
    return new EmotionScores(Arrays.stream(seven).map(p -> p / whole).toArray());
  }

  /**
   * The mean of several scores, each with its weight.
   *
   * @param weights one for each of the scores, in any unit, none negative, not all zero
   */
  public static EmotionScores weightedMean(List<EmotionScores> scores, double... weights) {
    if (scores.size() != weights.length) {
      throw new IllegalArgumentException(scores.size() + " scores, " + weights.length + " weights");
    }
    double whole = Arrays.stream(weights).sum();
    if (!(whole > 0) || Arrays.stream(weights).anyMatch(weight -> weight < 0)) {
      throw new IllegalArgumentException("Weights must be positive: " + Arrays.toString(weights));
    }
    double[] mean = new double[Emotion.values().length];
    for (int i = 0; i < weights.length; i++) {
      double[] one = scores.get(i).probabilities;
      for (int e = 0; e < mean.length; e++) {
        mean[e] += one[e] * weights[i] / whole;
      }
    }
    return of(mean);
  }

  /** The mean of scores that count alike. */
  public static EmotionScores mean(List<EmotionScores> scores) {
    double[] weights = new double[scores.size()];
    Arrays.fill(weights, 1);
    return weightedMean(scores, weights);
  }

  public double probability(Emotion emotion) {
    return probabilities[emotion.ordinal()];
  }

  /** The most probable emotion; of equals the first in the order of {@link Emotion}. */
  public Emotion dominant() {
    int best = 0;
    for (int e = 1; e < probabilities.length; e++) {
      if (probabilities[e] > probabilities[best]) {
        best = e;
      }
    }
    return Emotion.values()[best];
  }

  /** How far the dominant emotion is ahead of the second, 0..1. */
  public double margin() {
    double[] sorted = probabilities.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length - 1] - sorted[sorted.length - 2];
  }

  /** The probabilities of the group's emotions, added up. */
  public double groupProbability(EmotionGroup group, Polarity polarity) {
    double sum = 0;
    for (Emotion emotion : Emotion.values()) {
      if (polarity.groupOf(emotion) == group) {
        sum += probability(emotion);
      }
    }
    return sum;
  }

  /** A copy, in the order of {@link Emotion}. */
  public double[] toArray() {
    return probabilities.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EmotionScores that && Arrays.equals(probabilities, that.probabilities);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(probabilities);
  }

  @Override
  public String toString() {
    return dominant() + " " + Arrays.toString(probabilities);
  }
}
