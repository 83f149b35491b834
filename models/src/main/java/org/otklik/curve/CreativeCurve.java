package org.otklik.curve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.otklik.emotion.EmotionGroup;
import org.otklik.emotion.EmotionScores;
import org.otklik.statistics.ShareInterval;
import org.otklik.statistics.WilsonInterval;
import org.otklik.timeline.ViewerSecond;

/** The creative's curve: its seconds over all the viewers that are passed in, one vote each. */
public final class CreativeCurve {

  private CreativeCurve() {}

  /** A creative's length in whole seconds: a tail under half a second is no second; at least 1. */
  public static int wholeSeconds(int durationMs) {
    return Math.max(1, (int) Math.round(durationMs / 1000.0));
  }

  /**
   * One entry for each second of the creative, in order, also where nobody was observed.
   *
   * @param viewers of each viewer the seconds of their viewings that count; leave excluded ones out
   */
  public static List<CreativeSecond> of(
      Collection<List<List<ViewerSecond>>> viewers, int creativeSeconds) {
    List<CreativeSecond> curve = new ArrayList<>();
    for (List<ViewerVote> votes : ViewerVote.bySecond(viewers, creativeSeconds)) {
      curve.add(summarise(curve.size(), votes.stream().filter(ViewerVote::isObserved).toList()));
    }
    return List.copyOf(curve);
  }

  private static CreativeSecond summarise(int second, List<ViewerVote> observed) {
    int n = observed.size();
    if (n == 0) {
      return new CreativeSecond(second, 0, Map.of(), null, null, null, null, null);
    }
    Map<EmotionGroup, ShareInterval> shares = new EnumMap<>(EmotionGroup.class);
    for (EmotionGroup group : EmotionGroup.values()) {
      double votes = observed.stream().mapToDouble(vote -> vote.share(group)).sum();
      shares.put(group, WilsonInterval.of(votes, n));
    }
    EmotionScores mean = EmotionScores.mean(observed.stream().map(ViewerVote::scores).toList());
    double eei = observed.stream().mapToDouble(ViewerVote::points).sum() / n;
    double surprised = observed.stream().mapToDouble(ViewerVote::surprised).sum();
    // Valence and arousal are linear in the probabilities, so the mean's is the mean of them.
    return new CreativeSecond(
        second, n, shares, mean, mean.valence(), mean.arousal(), eei, surprised / n);
  }
}
