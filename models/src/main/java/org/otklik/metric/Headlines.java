package org.otklik.metric;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.EmotionGroup;
import org.otklik.timeline.CreativeSecond;
import org.otklik.timeline.ViewerSecond;

/**
 * The headlines the field uses, each a share 0..1, null where nothing was observed to tell it from.
 *
 * @param attraction peak of the mean probability of surprise within the creative's first 8 s
 * @param peak largest share of viewers in a positive state
 * @param end that share in the creative's last second; in the one before if nobody was observed in
 *     the last, since recordings often stop a little early
 * @param impact mean of peak and end: the peak–end rule (D. Kahneman and others, "When more pain is
 *     preferred to less", Psychological Science 4 (1993), 401–405)
 * @param expressiveness part of the viewers' observed seconds that are not neutral
 * @param attention part of the viewers' recorded seconds in which the face was there and turned to
 *     the screen
 */
public record Headlines(
    Double attraction,
    Double peak,
    Double end,
    Double impact,
    Double expressiveness,
    Double attention) {

  private static final int ATTRACTION_SECONDS = 8;
  private static final int END_SECONDS = 2;

  /**
   * @param curve every second of the creative, from 0
   * @param viewings the viewers' seconds that the curve was made from
   */
  public static Headlines of(List<CreativeSecond> curve, Collection<List<ViewerSecond>> viewings) {
    Double attraction =
        largest(
            observed(curve.subList(0, Math.min(ATTRACTION_SECONDS, curve.size())))
                .map(second -> second.meanScores().probability(Emotion.SURPRISE)));
    Double peak = largest(observed(curve).map(Headlines::positiveShare));
    Double end =
        observed(curve.subList(Math.max(0, curve.size() - END_SECONDS), curve.size()))
            .reduce((earlier, later) -> later)
            .map(Headlines::positiveShare)
            .orElse(null);
    Double impact = end == null ? null : Double.valueOf((peak + end) / 2);
    List<EmotionGroup> states = states(viewings, curve.size());
    long recorded = states.size();
    long seen = states.stream().filter(Objects::nonNull).count();
    long moved = states.stream().filter(Headlines::isMoved).count();
    return new Headlines(attraction, peak, end, impact, share(moved, seen), share(seen, recorded));
  }

  private static Stream<CreativeSecond> observed(List<CreativeSecond> seconds) {
    return seconds.stream().filter(second -> second.n() > 0);
  }

  private static double positiveShare(CreativeSecond second) {
    return second.shares().get(EmotionGroup.POSITIVE).share();
  }

  private static Double largest(Stream<Double> levels) {
    return levels.max(Double::compare).orElse(null);
  }

  /** One entry per recorded second within the creative; null where too little was observed. */
  private static List<EmotionGroup> states(
      Collection<List<ViewerSecond>> viewings, int creativeSeconds) {
    return viewings.stream()
        .flatMap(List::stream)
        .filter(second -> second.second() >= 0 && second.second() < creativeSeconds)
        .map(ViewerSecond::state)
        .collect(Collectors.toList());
  }

  private static boolean isMoved(EmotionGroup state) {
    return state == EmotionGroup.POSITIVE || state == EmotionGroup.NEGATIVE;
  }

  private static Double share(long part, long whole) {
    return whole == 0 ? null : Double.valueOf((double) part / whole);
  }
}
