package org.otklik.metric;

import java.util.List;
import org.otklik.emotion.EmotionGroup;
import org.otklik.timeline.ViewerSecond;

/** Judges what a contact, or all contacts of a viewer, left behind. */
public final class Viewings {

  private Viewings() {}

  /**
   * Judges one viewer × one creative. With V observed seconds, P of them positive, N negative, and
   * E = max(least seconds, least share of V): P ≥ E and P ≥ N is positive; N ≥ E and N > P is
   * negative; anything else is neutral.
   *
   * @param seconds the viewer's; only those within the creative count
   * @param hasViewer whether some face of the recording was taken for its viewer
   */
  public static Viewing judge(
      String viewerKey,
      List<ViewerSecond> seconds,
      int creativeSeconds,
      boolean hasViewer,
      ResponseSettings settings) {
    if (creativeSeconds < 1) {
      throw new IllegalArgumentException("A creative lasts a second or more: " + creativeSeconds);
    }
    if (!hasViewer) {
      return new Viewing(viewerKey, ResponseType.EXCLUDED, ExclusionReason.NO_VIEWER, 0, 0, 0, 0);
    }
    List<EmotionGroup> states =
        seconds.stream()
            .filter(one -> one.second() >= 0 && one.second() < creativeSeconds)
            .filter(ViewerSecond::isObserved)
            .map(ViewerSecond::state)
            .toList();
    double observed = states.size();
    double positive = states.stream().filter(EmotionGroup.POSITIVE::equals).count();
    double negative = states.stream().filter(EmotionGroup.NEGATIVE::equals).count();
    double coverage = observed / creativeSeconds;
    boolean covered = observed > 0 && coverage >= settings.coverageLimit();
    return new Viewing(
        viewerKey,
        covered ? trace(observed, positive, negative, settings) : ResponseType.EXCLUDED,
        covered ? null : ExclusionReason.LOW_COVERAGE,
        observed,
        positive,
        negative,
        coverage);
  }

  /**
   * The same rule over all contacts of one viewer, their seconds added up. Excluded contacts are
   * not counted; a viewer who has no other is EXCLUDED.
   */
  public static ResponseType viewerOutcome(List<Viewing> ofOneViewer, ResponseSettings settings) {
    List<Viewing> counted = ofOneViewer.stream().filter(c -> !c.isExcluded()).toList();
    if (counted.isEmpty()) {
      return ResponseType.EXCLUDED;
    }
    return trace(
        counted.stream().mapToDouble(Viewing::observedSeconds).sum(),
        counted.stream().mapToDouble(Viewing::positiveSeconds).sum(),
        counted.stream().mapToDouble(Viewing::negativeSeconds).sum(),
        settings);
  }

  private static ResponseType trace(
      double observed, double positive, double negative, ResponseSettings settings) {
    double least = settings.leastTrace(observed);
    if (positive >= least && positive >= negative) {
      return ResponseType.POSITIVE;
    }
    return negative >= least && negative > positive ? ResponseType.NEGATIVE : ResponseType.NEUTRAL;
  }
}
