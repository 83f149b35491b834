package org.otklik.curve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.otklik.emotion.EmotionGroup;
import org.otklik.emotion.EmotionScores;
import org.otklik.timeline.ViewerSecond;

/**
 * One viewer in one second of a creative, over all of their viewings of it. Whoever watched it
 * twice has one vote, as everybody else: their viewings are averaged. Viewings of one person are
 * alike, so that to count each would give a person more weight and make intervals too narrow.
 *
 * @param attentive part of the viewings recorded in this second in which the viewer was attentive,
 *     0..1
 * @param shares part of the viewings observed in it in each group, adding up to 1; empty, as all
 *     that follows, where none was
 * @param surprised part of the viewings observed in it with surprise as the most probable emotion
 * @param scores mean over the viewings observed in it, or null
 */
public record ViewerVote(
    double attentive, Map<EmotionGroup, Double> shares, double surprised, EmotionScores scores) {

  public boolean isObserved() {
    return scores != null;
  }

  /** Part of the viewer's observed viewings in a group; 0 where none is. */
  public double share(EmotionGroup group) {
    return shares.getOrDefault(group, 0.0);
  }

  /** What the viewer adds to the second's index of emotional experience, -100..100. */
  public double points() {
    return 100 * (share(EmotionGroup.POSITIVE) - share(EmotionGroup.NEGATIVE));
  }

  /**
   * For each second of a creative, in order, the votes of the viewers who were recorded in it.
   *
   * @param viewers of each viewer the viewings that count; seconds outside of the creative are left
   *     out
   */
  public static List<List<ViewerVote>> bySecond(
      Collection<List<List<ViewerSecond>>> viewers, int creativeSeconds) {
    List<List<ViewerVote>> votes = new ArrayList<>();
    for (int second = 0; second < creativeSeconds; second++) {
      votes.add(new ArrayList<>());
    }
    for (List<List<ViewerSecond>> viewings : viewers) {
      ofViewer(viewings, creativeSeconds)
          .forEach((second, recorded) -> votes.get(second).add(of(recorded)));
    }
    return votes;
  }

  /** By second of the creative, what the viewings say of it. */
  private static Map<Integer, List<ViewerSecond>> ofViewer(
      List<List<ViewerSecond>> viewings, int creativeSeconds) {
    Map<Integer, List<ViewerSecond>> recorded = new TreeMap<>();
    for (List<ViewerSecond> viewing : viewings) {
      for (ViewerSecond one : viewing) {
        if (one.second() >= 0 && one.second() < creativeSeconds) {
          recorded.computeIfAbsent(one.second(), second -> new ArrayList<>()).add(one);
        }
      }
    }
    return recorded;
  }

  private static ViewerVote of(List<ViewerSecond> recorded) {
    double attentive =
        (double) recorded.stream().filter(ViewerSecond::isAttentive).count() / recorded.size();
    List<ViewerSecond> observed = recorded.stream().filter(ViewerSecond::isObserved).toList();
    if (observed.isEmpty()) {
      return new ViewerVote(attentive, Map.of(), 0, null);
    }
    Map<EmotionGroup, Double> shares = new EnumMap<>(EmotionGroup.class);
    for (EmotionGroup group : EmotionGroup.values()) {
      double inGroup = observed.stream().filter(one -> one.state() == group).count();
      shares.put(group, inGroup / observed.size());
    }
    double surprised = observed.stream().filter(ViewerSecond::isSurprised).count();
    EmotionScores scores =
        observed.size() == 1
            ? observed.get(0).scores()
            : EmotionScores.mean(observed.stream().map(ViewerSecond::scores).toList());
    return new ViewerVote(attentive, shares, surprised / observed.size(), scores);
  }
}
