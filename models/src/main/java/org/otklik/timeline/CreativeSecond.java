package org.otklik.timeline;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.otklik.emotion.EmotionGroup;
import org.otklik.emotion.EmotionScores;
import org.otklik.metric.ShareInterval;

/**
 * One second of a creative over its viewers.
 *
 * @param second seconds since the creative began, from 0
 * @param n viewings observed in it; where it is 0, shares are empty and all that follows is null
 * @param shares part of those viewings in each group, with its Wilson 95% confidence interval
 * @param meanScores mean over those viewings
 * @param meanValence -1..1
 * @param meanArousal -1..1
 * @param eei the second's emotional experience index (EEI), -100..100
 * @param surpriseShare part of those viewings with surprise as the most probable emotion, 0..1;
 *     null too in a summary from before it was counted
 */
public record CreativeSecond(
    int second,
    int n,
    Map<EmotionGroup, ShareInterval> shares,
    EmotionScores meanScores,
    Double meanValence,
    Double meanArousal,
    Double eei,
    Double surpriseShare) {

  public CreativeSecond {
    shares = shares.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(shares));
    if ((n == 0) != shares.isEmpty() || (n == 0) != (meanScores == null)) {
      throw new IllegalArgumentException("What nobody was observed in has no shares and no scores");
    }
  }
}
