package org.otklik.curve;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.FaceMovement;
import org.otklik.statistics.AdjustedWaldInterval;
import org.otklik.statistics.MeanInterval;
import org.otklik.statistics.ShareInterval;
import org.otklik.statistics.WilsonInterval;
import org.otklik.timeline.ViewerSecond;

/**
 * How far the means of one second of a creative may be trusted: what {@link CreativeSecond} says of
 * them has no interval.
 *
 * @param attention part of the viewers recorded in it who were attentive; null where none was
 *     recorded
 * @param eei the second's index of emotional experience (ИЭО), -100..100; null, as all that
 *     follows, where nobody was observed
 * @param valence -1..1
 * @param arousal -1..1
 * @param emotions mean probabilities; empty where nobody was observed
 * @param movements mean strengths, 0..1; empty where nobody was observed, or the movements of one
 *     who was are not known
 */
public record SecondSpread(
    ShareInterval attention,
    MeanInterval eei,
    MeanInterval valence,
    MeanInterval arousal,
    Map<Emotion, MeanInterval> emotions,
    Map<FaceMovement, MeanInterval> movements) {

  public SecondSpread {
    emotions = emotions.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(emotions));
    movements =
        movements.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(movements));
  }

  /**
   * One entry for each second of the creative, in order.
   *
   * @param viewers as for {@link CreativeCurve#of}
   */
  public static List<SecondSpread> of(
      Collection<List<List<ViewerSecond>>> viewers, int creativeSeconds) {
    return ViewerVote.bySecond(viewers, creativeSeconds).stream().map(SecondSpread::of).toList();
  }

  private static SecondSpread of(List<ViewerVote> recorded) {
    double attentive = recorded.stream().mapToDouble(ViewerVote::attentive).sum();
    ShareInterval attention =
        recorded.isEmpty() ? null : WilsonInterval.of(attentive, recorded.size());
    List<ViewerVote> observed = recorded.stream().filter(ViewerVote::isObserved).toList();
    if (observed.isEmpty()) {
      return new SecondSpread(attention, null, null, null, Map.of(), Map.of());
    }
    Map<Emotion, MeanInterval> emotions = new EnumMap<>(Emotion.class);
    for (Emotion emotion : Emotion.values()) {
      emotions.put(emotion, mean(observed, one -> one.scores().probability(emotion), 0, 1));
    }
    return new SecondSpread(
        attention,
        index(observed),
        mean(observed, one -> one.scores().valence(), -1, 1),
        mean(observed, one -> one.scores().arousal(), -1, 1),
        emotions,
        movements(observed));
  }

  private static Map<FaceMovement, MeanInterval> movements(List<ViewerVote> observed) {
    Map<FaceMovement, MeanInterval> movements = new EnumMap<>(FaceMovement.class);
    if (observed.stream().allMatch(one -> one.scores().movements() != null)) {
      for (FaceMovement movement : FaceMovement.values()) {
        movements.put(
            movement, mean(observed, one -> one.scores().movements().strength(movement), 0, 1));
      }
    }
    return movements;
  }

  /** Its states are three, so where all viewers are alike Student's interval would be a point. */
  private static MeanInterval index(List<ViewerVote> observed) {
    double[] points = observed.stream().mapToDouble(ViewerVote::points).toArray();
    MeanInterval student = MeanInterval.of(points, -100, 100);
    if (student.low() == null) {
      return student;
    }
    AdjustedWaldInterval interval = AdjustedWaldInterval.of(points, -100, 0, 100);
    return new MeanInterval(student.mean(), interval.low(), interval.high(), student.n());
  }

  private static MeanInterval mean(
      List<ViewerVote> observed, ToDoubleFunction<ViewerVote> figure, double min, double max) {
    return MeanInterval.of(observed.stream().mapToDouble(figure).toArray(), min, max);
  }
}
