package org.otklik.call;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.otklik.emotion.Polarity;
import org.otklik.timeline.ViewerSecond;
import org.otklik.voice.VoiceSecond;

/**
 * A call, second by second.
 *
 * @param seconds those in which anything is seen or heard, in order
 * @param moments in order
 */
public record CallCourse(List<CourseSecond> seconds, List<CallMoment> moments) {
  /** Both sides are more sure than not. */
  private static final double SURE = 0.5;

  private static final double AGITATED = 0.3;

  /** A second alone may be chance: windows of the voice are longer. */
  private static final int MIN_SECONDS = 2;

  public static CallCourse of(
      Collection<ViewerSecond> faces, Collection<VoiceSecond> voices, Polarity polarity) {
    Map<Integer, ViewerSecond> seen =
        faces.stream().collect(Collectors.toMap(ViewerSecond::second, Function.identity()));
    Map<Integer, VoiceSecond> heard =
        voices.stream().collect(Collectors.toMap(VoiceSecond::second, Function.identity()));
    TreeSet<Integer> all = new TreeSet<>(seen.keySet());
    all.addAll(heard.keySet());
    List<CourseSecond> seconds =
        all.stream()
            .map(second -> CourseSecond.of(second, seen.get(second), heard.get(second), polarity))
            .filter(second -> second.face() != null || second.voice() != null)
            .toList();
    return new CallCourse(seconds, moments(seconds));
  }

  /**
   * In equal parts of the call.
   *
   * @param side of a second, or null
   * @param parts how many
   * @param callSeconds how long it is
   * @return mean tone of each, −1..1; null where nothing is known of it
   */
  public List<Double> tones(
      Function<CourseSecond, GroupProbabilities> side, int parts, int callSeconds) {
    double[] sums = new double[parts];
    int[] counts = new int[parts];
    for (CourseSecond second : seconds) {
      int part = second.second() * parts / callSeconds;
      if (side.apply(second) != null && part >= 0 && part < parts) {
        sums[part] += side.apply(second).tone();
        counts[part]++;
      }
    }
    List<Double> tones = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      tones.add(counts[part] == 0 ? null : Double.valueOf(sums[part] / counts[part]));
    }
    return tones;
  }

  private static List<CallMoment> moments(List<CourseSecond> seconds) {
    List<CallMoment> moments = new ArrayList<>();
    for (CallMoment.Kind kind : CallMoment.Kind.values()) {
      CallMoment current = null;
      for (CourseSecond second : seconds) {
        Double strength = strength(kind, second);
        if (current != null && (strength == null || second.second() > current.untilSecond())) {
          addIfLasting(moments, current);
          current = null;
        }
        if (strength != null) {
          current =
              new CallMoment(
                  kind,
                  current == null ? second.second() : current.fromSecond(),
                  second.second() + 1,
                  current == null ? strength : Math.max(strength, current.strength()));
        }
      }
      addIfLasting(moments, current);
    }
    moments.sort(Comparator.comparingInt(CallMoment::fromSecond));
    return List.copyOf(moments);
  }

  private static void addIfLasting(List<CallMoment> moments, CallMoment one) {
    if (one != null && one.untilSecond() - one.fromSecond() >= MIN_SECONDS) {
      moments.add(one);
    }
  }

  /** Null where it is not of that kind, or not known. */
  private static Double strength(CallMoment.Kind kind, CourseSecond second) {
    if (kind == CallMoment.Kind.AGITATION) {
      return second.agitation() != null && second.agitation() >= AGITATED
          ? second.agitation()
          : null;
    }
    if (second.fused() == null) {
      return null;
    }
    double both =
        kind == CallMoment.Kind.SMILE_NEGATIVE_VOICE
            ? Math.min(second.face().positive(), second.voice().negative())
            : Math.min(second.face().negative(), second.voice().positive());
    return both >= SURE ? both : null;
  }
}
