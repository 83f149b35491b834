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

  /** Valence in three steps: the likeliest of them. */
  public EmotionGroup state() {
    double negative = angry + sad;
    if (positive > negative && positive > neutral) {
      return EmotionGroup.POSITIVE;
    }
    return negative > neutral ? EmotionGroup.NEGATIVE : EmotionGroup.NEUTRAL;
  }
}
