package org.otklik.metric;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.otklik.emotion.EmotionGroup;
import org.otklik.timeline.CreativeSecond;
import org.otklik.timeline.ViewerSecond;

/**
 * The headlines the field uses, each a share 0..1, null where nothing was observed to tell it from.
 *
 * @param attraction peak share of viewers in surprise, that is, with surprise as the most probable
 *     emotion of their second, within the creative's first 8 s
 * @param peak largest share of viewers in a positive state
 * @param end that share in the creative's last second; in the one before if nobody was observed in
 *     the last, since recordings often stop a little early
 * @param impact mean of peak and end: the peak–end rule (D. Kahneman and others, "When more pain is
 *     preferred to less", Psychological Science 4 (1993), 401–405)
 * @param expressiveness part of the viewers' observed seconds that are not neutral
 * @param attention part of the viewers' recorded seconds in which, for half of them or more, the
 *     face was there and turned to the screen
 */
public record Headlines(
    Double attraction,
    Double peak,
    Double end,
    Double impact,
    Double expressiveness,
    Double attention) {

  static final int ATTRACTION_SECONDS = 8;
  private static final int END_SECONDS = 2;

  /**
   * @param curve every second of the creative, from 0
   * @param viewings the viewers' seconds that the curve was made from
   */
  public static Headlines of(List<CreativeSecond> curve, Collection<List<ViewerSecond>> viewings) {
    Double peak = largest(observed(curve).map(Headlines::positiveShare));
    Double end =
        observed(curve.subList(Math.max(0, curve.size() - END_SECONDS), curve.size()))
            .reduce((earlier, later) -> later)
            .map(Headlines::positiveShare)
            .orElse(null);
    Double impact = end == null ? null : Double.valueOf((peak + end) / 2);
    List<ViewerSecond> recorded = recorded(viewings, curve.size());
    List<ViewerSecond> seen = recorded.stream().filter(ViewerSecond::isObserved).toList();
    return new Headlines(
        largest(
            observed(curve.subList(0, Math.min(ATTRACTION_SECONDS, curve.size())))
                .map(CreativeSecond::surpriseShare)),
        peak,
        end,
        impact,
        share(seen, second -> second.state() != EmotionGroup.NEUTRAL),
        attention(viewings, curve.size()));
  }

  /** The part of the recorded seconds in which viewers were attentive; null without any second. */
  public static Double attention(Collection<List<ViewerSecond>> viewings, int creativeSeconds) {
    return share(recorded(viewings, creativeSeconds), ViewerSecond::isAttentive);
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

  /** Of all viewings, the seconds within the creative. */
  private static List<ViewerSecond> recorded(
      Collection<List<ViewerSecond>> viewings, int creativeSeconds) {
    return viewings.stream()
        .flatMap(List::stream)
        .filter(second -> second.second() >= 0 && second.second() < creativeSeconds)
        .toList();
  }

  /** Null where there is nothing to take a part of. */
  private static Double share(List<ViewerSecond> seconds, Predicate<ViewerSecond> which) {
    double part = seconds.stream().filter(which).count();
    return seconds.isEmpty() ? null : Double.valueOf(part / seconds.size());
  }
}
