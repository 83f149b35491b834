package org.otklik.curve;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.otklik.emotion.Emotion;
import org.otklik.timeline.ViewerSecond;

/** How much of the viewers' time was each emotion's. */
public final class EmotionShares {

  private EmotionShares() {}

  /**
   * Part of the observed seconds in which each emotion had the largest mean probability, 0..1;
   * those that never had are missing.
   *
   * @param viewings the seconds of each contact that counts
   */
  public static Map<Emotion, Double> of(Collection<List<ViewerSecond>> viewings) {
    List<Emotion> largest =
        viewings.stream()
            .flatMap(List::stream)
            .filter(ViewerSecond::isObserved)
            .map(second -> second.scores().dominant())
            .toList();
    return largest.stream()
        .collect(
            Collectors.groupingBy(
                Function.identity(), Collectors.summingDouble(emotion -> 1.0 / largest.size())));
  }
}
