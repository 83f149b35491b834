package org.otklik.voice;

import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.otklik.emotion.EmotionGroup;

/**
 * How likely a voice sounds angry, sad, neutral or positive, which add up to 1, and how likely it
 * sounds agitated, whatever by.
 */
public record VoiceScores(
    double angry, double sad, double neutral, double positive, double agitated) {
  /** Of a model's columns, in their order. */
  static final List<String> LABELS = List.of("angry", "sad", "neutral", "positive");

  /** From which valence on a voice is positive or negative: what is unsure is neutral. */
  private static final double LIMIT = 0.2;

  /** Of one or more. */
  static VoiceScores mean(Collection<VoiceScores> some) {
    return new VoiceScores(
        mean(some, VoiceScores::angry),
        mean(some, VoiceScores::sad),
        mean(some, VoiceScores::neutral),
        mean(some, VoiceScores::positive),
        mean(some, VoiceScores::agitated));
  }

  private static double mean(Collection<VoiceScores> some, ToDoubleFunction<VoiceScores> of) {
    return some.stream().mapToDouble(of).average().orElseThrow();
  }

  /** −1..1. */
  public double valence() {
    return positive - angry - sad;
  }

  /** Valence in three steps. */
  public EmotionGroup state() {
    if (valence() > LIMIT) {
      return EmotionGroup.POSITIVE;
    }
    return valence() < -LIMIT ? EmotionGroup.NEGATIVE : EmotionGroup.NEUTRAL;
  }
}
