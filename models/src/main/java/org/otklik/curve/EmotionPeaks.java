package org.otklik.curve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.otklik.emotion.Emotion;

/** For every emotion the seconds of the creative that triggered it most. */
public final class EmotionPeaks {

  /** Two peaks of one emotion nearer than this would show the same scene twice. */
  public static final int MIN_APART_SECONDS = 2;

  /** Least lift: a second that hardly differs from the emotion's mean has triggered nothing. */
  public static final double MIN_LIFT = 0.02;

  /** How many are kept and shown of each emotion. */
  public static final int STANDARD_COUNT = 3;

  private EmotionPeaks() {}

  /**
   * The peaks of each of the seven emotions, the highest lift first; a list may be empty. Seconds
   * with a {@linkplain BaseSize base} too small are none, and in no mean.
   *
   * @param isAboveChance whether an emotion rises above chance in a second, see {@link
   *     EmotionRises}
   * @param perEmotion the most to return of each
   */
  public static Map<Emotion, List<EmotionPeak>> top(
      List<CreativeSecond> curve, BiPredicate<Emotion, Integer> isAboveChance, int perEmotion) {
    int minBase = BaseSize.minimum(curve);
    List<CreativeSecond> observed = curve.stream().filter(second -> second.n() >= minBase).toList();
    Map<Emotion, List<EmotionPeak>> top = new EnumMap<>(Emotion.class);
    for (Emotion emotion : Emotion.values()) {
      top.put(emotion, apart(candidates(emotion, observed, isAboveChance), perEmotion));
    }
    return top;
  }

  private static List<EmotionPeak> candidates(
      Emotion emotion, List<CreativeSecond> observed, BiPredicate<Emotion, Integer> isAboveChance) {
    double mean =
        observed.stream()
            .mapToDouble(second -> second.meanScores().probability(emotion))
            .average()
            .orElse(0);
    return observed.stream()
        .map(second -> peak(emotion, second, mean))
        .filter(peak -> peak.lift() >= MIN_LIFT && isAboveChance.test(emotion, peak.second()))
        .sorted(
            Comparator.comparingDouble(EmotionPeak::lift)
                .reversed()
                .thenComparingInt(EmotionPeak::second))
        .toList();
  }

  private static EmotionPeak peak(Emotion emotion, CreativeSecond second, double mean) {
    double probability = second.meanScores().probability(emotion);
    return new EmotionPeak(emotion, second.second(), probability, probability - mean);
  }

  private static List<EmotionPeak> apart(List<EmotionPeak> candidates, int atMost) {
    List<EmotionPeak> chosen = new ArrayList<>();
    for (EmotionPeak candidate : candidates) {
      boolean farFromAll =
          chosen.stream()
              .allMatch(p -> Math.abs(p.second() - candidate.second()) >= MIN_APART_SECONDS);
      if (chosen.size() < atMost && farFromAll) {
        chosen.add(candidate);
      }
    }
    return List.copyOf(chosen);
  }
}
