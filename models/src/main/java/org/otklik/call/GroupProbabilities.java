package org.otklik.call;

import java.util.List;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.EmotionGroup;
import org.otklik.emotion.EmotionScores;
import org.otklik.emotion.Polarity;
import org.otklik.voice.VoiceScores;

/** How likely an expression is positive, neutral or negative, which adds up to 1. */
public record GroupProbabilities(double positive, double neutral, double negative) {
  /** Lest one side's certainty be a veto. */
  private static final double FLOOR = 0.01;

  /** Of a face. */
  public static GroupProbabilities of(EmotionScores face, Polarity polarity) {
    return new GroupProbabilities(
        sum(face, polarity.emotionsOf(EmotionGroup.POSITIVE)),
        sum(face, polarity.emotionsOf(EmotionGroup.NEUTRAL)),
        sum(face, polarity.emotionsOf(EmotionGroup.NEGATIVE)));
  }

  private static double sum(EmotionScores face, List<Emotion> emotions) {
    return emotions.stream().mapToDouble(face::probability).sum();
  }

  /** Of a voice: angry and sad are negative. */
  public static GroupProbabilities of(VoiceScores voice) {
    return new GroupProbabilities(voice.positive(), voice.neutral(), voice.angry() + voice.sad());
  }

  /**
   * The logarithmic opinion pool: p ∝ p₁^w · p₂^(1 − w) (C. Genest and J. V. Zidek, "Combining
   * probability distributions: a critique and an annotated bibliography", Statistical Science 1
   * (1986), 114–135).
   *
   * @param weight of this one, 0..1
   */
  public GroupProbabilities pooledWith(GroupProbabilities other, double weight) {
    double p = pooled(positive, other.positive, weight);
    double o = pooled(neutral, other.neutral, weight);
    double n = pooled(negative, other.negative, weight);
    double whole = p + o + n;
    return new GroupProbabilities(p / whole, o / whole, n / whole);
  }

  private static double pooled(double one, double other, double weight) {
    return Math.exp(
        weight * Math.log(Math.max(FLOOR, one)) + (1 - weight) * Math.log(Math.max(FLOOR, other)));
  }

  /** From negative, −1, to positive, 1. */
  public double tone() {
    return positive - negative;
  }

  /** The likeliest; neutral where none is ahead of it. */
  public EmotionGroup state() {
    if (positive > negative && positive > neutral) {
      return EmotionGroup.POSITIVE;
    }
    return negative > neutral && negative >= positive
        ? EmotionGroup.NEGATIVE
        : EmotionGroup.NEUTRAL;
  }
}
