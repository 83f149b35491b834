package org.otklik.analysis.comparison;

import org.otklik.analysis.result.FigureSettings;
import org.otklik.metric.ViewingSet;

/**
 * Two groups to be put side by side.
 *
 * @param settings that both are judged with
 * @param firstSeconds length of the creative that the first group saw; 0 where its viewings are of
 *     several
 * @param secondSeconds the same of the second group
 */
public record ComparedViewings(
    FigureSettings settings,
    ViewingSet first,
    ViewingSet second,
    int firstSeconds,
    int secondSeconds) {

  /** Seconds that both have in common; 0 where they have no common time. */
  public int seconds() {
    return Math.min(firstSeconds, secondSeconds);
  }
}
