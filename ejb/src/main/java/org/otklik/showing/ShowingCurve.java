package org.otklik.showing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.otklik.emotion.EmotionGroup;

/**
 * How many participants showed what in each second of the creative, as it runs: each has one voice
 * a second, the group that most images of it showed. A preview: figures are calculated when the
 * showing has ended. Not thread-safe.
 */
public final class ShowingCurve {
  private final SortedMap<Integer, Map<Long, Map<EmotionGroup, Integer>>> seconds = new TreeMap<>();

  /**
   * Participants by what they showed in a second; who was not observed is in none.
   *
   * @param second of the creative
   */
  public record Point(int second, int positive, int negative, int neutral) {}

  void add(long participant, int creativeMs, EmotionGroup group) {
    seconds
        .computeIfAbsent(creativeMs / 1000, second -> new HashMap<>())
        .computeIfAbsent(participant, one -> new EnumMap<>(EmotionGroup.class))
        .merge(group, 1, Integer::sum);
  }

  void remove(long participant) {
    seconds.values().forEach(second -> second.remove(participant));
  }

  /** In order; seconds in which nobody was observed are left out. */
  List<Point> points() {
    List<Point> points = new ArrayList<>();
    seconds.forEach(
        (second, voices) -> {
          Map<EmotionGroup, Integer> counts = new EnumMap<>(EmotionGroup.class);
          voices.values().forEach(images -> counts.merge(most(images), 1, Integer::sum));
          if (!counts.isEmpty()) {
            points.add(
                new Point(
                    second,
                    counts.getOrDefault(EmotionGroup.POSITIVE, 0),
                    counts.getOrDefault(EmotionGroup.NEGATIVE, 0),
                    counts.getOrDefault(EmotionGroup.NEUTRAL, 0)));
          }
        });
    return points;
  }

  private static EmotionGroup most(Map<EmotionGroup, Integer> images) {
    return images.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }
}
