package org.otklik.timeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.EmotionGroup;
import org.otklik.metric.MeanInterval;
import org.otklik.metric.ShareInterval;
import org.otklik.metric.WilsonInterval;

/**
 * How far the means of one second of a creative may be trusted: what {@link CreativeSecond} says of
 * them has no interval.
 *
 * @param attention part of the viewings recorded in it in which the viewer was attentive; null
 *     where none was recorded
 * @param eei the second's emotional experience index (EEI), -100..100; null, as all that follows,
 *     where nobody was observed
 * @param valence -1..1
 * @param arousal -1..1
 * @param emotions mean probabilities; empty where nobody was observed
 */
public record SecondSpread(
    ShareInterval attention,
    MeanInterval eei,
    MeanInterval valence,
    MeanInterval arousal,
    Map<Emotion, MeanInterval> emotions) {

  public SecondSpread {
    emotions = emotions.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(emotions));
  }

  /**
   * One entry for each second of the creative, in order.
   *
   * @param viewings as for {@link CreativeCurve#of}
   */
  public static List<SecondSpread> of(
      Collection<List<ViewerSecond>> viewings, int creativeSeconds) {
    List<List<ViewerSecond>> recorded = new ArrayList<>();
    for (int second = 0; second < creativeSeconds; second++) {
      recorded.add(new ArrayList<>());
    }
    for (List<ViewerSecond> viewing : viewings) {
      for (ViewerSecond one : viewing) {
        if (one.second() >= 0 && one.second() < creativeSeconds) {
          recorded.get(one.second()).add(one);
        }
      }
    }
    return recorded.stream().map(SecondSpread::of).toList();
  }

  private static SecondSpread of(List<ViewerSecond> recorded) {
    int attentive = (int) recorded.stream().filter(ViewerSecond::isAttentive).count();
    ShareInterval attention =
        recorded.isEmpty() ? null : WilsonInterval.of(attentive, recorded.size());
    List<ViewerSecond> observed = recorded.stream().filter(ViewerSecond::isObserved).toList();
    if (observed.isEmpty()) {
      return new SecondSpread(attention, null, null, null, Map.of());
    }
    Map<Emotion, MeanInterval> emotions = new EnumMap<>(Emotion.class);
    for (Emotion emotion : Emotion.values()) {
      emotions.put(emotion, mean(observed, one -> one.scores().probability(emotion), 0, 1));
    }
    return new SecondSpread(
        attention,
        mean(observed, SecondSpread::points, -100, 100),
        mean(observed, ViewerSecond::valence, -1, 1),
        mean(observed, ViewerSecond::arousal, -1, 1),
        emotions);
  }

  /** What one viewer adds to the second's index. */
  private static double points(ViewerSecond one) {
    return one.state() == EmotionGroup.POSITIVE
        ? 100
        : one.state() == EmotionGroup.NEGATIVE ? -100 : 0;
  }

  private static MeanInterval mean(
      List<ViewerSecond> observed,
      ToDoubleFunction<ViewerSecond> figure,
      double least,
      double greatest) {
    return MeanInterval.of(observed.stream().mapToDouble(figure).toArray(), least, greatest);
  }
}
