package org.otklik.timeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.otklik.emotion.EmotionGroup;
import org.otklik.emotion.EmotionScores;
import org.otklik.metric.ShareInterval;
import org.otklik.metric.WilsonInterval;

/** The creative's curve: its seconds over all the viewings that are passed in. */
public final class CreativeCurve {

  private CreativeCurve() {}

  /** A creative's length in whole seconds: a tail under half a second is no second; at least 1. */
  public static int wholeSeconds(int durationMs) {
    return Math.max(1, (int) Math.round(durationMs / 1000.0));
  }

  /**
   * One entry for each second of the creative, in order, also where nobody was observed.
   *
   * @param viewings the viewer's seconds of each contact that counts; leave excluded ones out
   */
  public static List<CreativeSecond> of(
      Collection<List<ViewerSecond>> viewings, int creativeSeconds) {
    List<List<ViewerSecond>> observed = new ArrayList<>();
    for (int second = 0; second < creativeSeconds; second++) {
      observed.add(new ArrayList<>());
    }
    for (List<ViewerSecond> viewing : viewings) {
      for (ViewerSecond one : viewing) {
        if (one.isObserved() && one.second() >= 0 && one.second() < creativeSeconds) {
          observed.get(one.second()).add(one);
        }
      }
    }
    List<CreativeSecond> curve = new ArrayList<>();
    for (int second = 0; second < creativeSeconds; second++) {
      curve.add(summarise(second, observed.get(second)));
    }
    return List.copyOf(curve);
  }

  private static CreativeSecond summarise(int second, List<ViewerSecond> observed) {
    int n = observed.size();
    if (n == 0) {
      return new CreativeSecond(second, 0, Map.of(), null, null, null, null, null);
    }
    Map<EmotionGroup, Integer> counts = new EnumMap<>(EmotionGroup.class);
    observed.forEach(one -> counts.merge(one.state(), 1, Integer::sum));
    Map<EmotionGroup, ShareInterval> shares = new EnumMap<>(EmotionGroup.class);
    for (EmotionGroup group : EmotionGroup.values()) {
      shares.put(group, WilsonInterval.of(counts.getOrDefault(group, 0), n));
    }
    EmotionScores mean = EmotionScores.mean(observed.stream().map(ViewerSecond::scores).toList());
    int positive = counts.getOrDefault(EmotionGroup.POSITIVE, 0);
    int negative = counts.getOrDefault(EmotionGroup.NEGATIVE, 0);
    double eei = 100.0 * (positive - negative) / n;
    double surprised = observed.stream().filter(ViewerSecond::isSurprised).count();
    // Valence and arousal are linear in the probabilities, so the mean's is the mean of them.
    return new CreativeSecond(
        second, n, shares, mean, mean.valence(), mean.arousal(), eei, surprised / n);
  }
}
