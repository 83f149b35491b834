package org.otklik.emotion;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What a model says of a face: the probabilities of the seven emotions, which sum to 1; where they
 * lie in the plane of valence and arousal, as the model said, if it says so, else as the
 * probabilities tell; and, of a model that knows them, how the face moves. Immutable.
 */
public final class EmotionScores implements Serializable {

  private static final long serialVersionUID = 3L;

  /** Single-precision softmax outputs miss 1 by about 1e-6; more than this is a decoding fault. */
  private static final double SUM_TOLERANCE = 1e-3;

  private final double[] probabilities;

  /** The model's own; null where it said nothing of them. */
  private final Double valence;

  private final Double arousal;

  /** Null where the model knows of none. */
  private final FaceMovements movements;

  private EmotionScores(
      double[] probabilities, Double valence, Double arousal, FaceMovements movements) {
    this.probabilities = probabilities;
    this.valence = valence;
    this.arousal = arousal;
    this.movements = movements;
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
    return new EmotionScores(Arrays.stream(seven).map(p -> p / whole).toArray(), null, null, null);
  }

  /**
   * The same probabilities with a valence and an arousal of their own, each -1..1.
   *
   * @throws IllegalArgumentException if one is beyond that or no number
   */
  public EmotionScores withAffect(double ownValence, double ownArousal) {
    for (double affect : new double[] {ownValence, ownArousal}) {
      if (!(affect >= -1 && affect <= 1)) {
        throw new IllegalArgumentException("Valence and arousal must be in -1..1: " + affect);
      }
    }
    return new EmotionScores(probabilities, ownValence, ownArousal, movements);
  }

  /**
   * The same scores with how the face moves.
   *
   * @param known null where nothing is known of it
   */
  public EmotionScores withMovements(FaceMovements known) {
    return new EmotionScores(probabilities, valence, arousal, known);
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
    EmotionScores ofProbabilities =
        of(mean)
            .withMovements(
                FaceMovements.weightedMean(
                    scores.stream().map(EmotionScores::movements).toList(), weights));
    if (scores.stream().allMatch(one -> one.valence == null)) {
      return ofProbabilities;
    }
    double meanValence = 0;
    double meanArousal = 0;
    for (int i = 0; i < weights.length; i++) {
      meanValence += scores.get(i).valence() * weights[i] / whole;
      meanArousal += scores.get(i).arousal() * weights[i] / whole;
    }
    return ofProbabilities.withAffect(within(meanValence), within(meanArousal));
  }

  /** Forgives what adding up loses. */
  private static double within(double affect) {
    return Math.max(-1, Math.min(1, affect));
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

  /** From unpleasant, -1, to pleasant, 1: the model's own, else {@link Circumplex}'s. */
  public double valence() {
    return valence == null ? Circumplex.valence(this) : valence;
  }

  /** From calm, -1, to excited, 1: the model's own, else {@link Circumplex}'s. */
  public double arousal() {
    return arousal == null ? Circumplex.arousal(this) : arousal;
  }

  /** How the face moves; null where the model knows of no movements. */
  public FaceMovements movements() {
    return movements;
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
    return other instanceof EmotionScores that
        && Arrays.equals(probabilities, that.probabilities)
        && Objects.equals(valence, that.valence)
        && Objects.equals(arousal, that.arousal)
        && Objects.equals(movements, that.movements);
  }

  @Override
  public int hashCode() {
    return Objects.hash(Arrays.hashCode(probabilities), valence, arousal, movements);
  }

  @Override
  public String toString() {
    return dominant() + " " + Arrays.toString(probabilities);
  }
}
