package org.otklik.curve;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.otklik.emotion.EmotionGroup;
import org.otklik.emotion.EmotionScores;
import org.otklik.statistics.ShareInterval;

/**
 * One second of a creative over its viewers.
 *
 * @param second seconds since the creative began, from 0
 * @param n viewers observed in it, each once however many recordings there are of them; where it is
 *     0, shares are empty and all that follows is null
 * @param shares part of those viewers in each group, with its Wilson 95 % interval; a viewer of
 *     several viewings counts in parts, see {@link org.otklik.curve.ViewerVote}
 * @param meanScores mean over those viewers
 * @param meanValence -1..1
 * @param meanArousal -1..1
 * @param eei the second's index of emotional experience (ИЭО), -100..100
 * @param surpriseShare part of those viewers with surprise as the most probable emotion, 0..1; null
 *     too in a summary from before it was counted
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
