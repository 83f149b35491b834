package org.otklik.analysis;

import org.otklik.metric.GroupOfViewings;

/**
 * Two groups to be put side by side.
 *
 * @param firstSeconds length of the creative that the first group saw; 0 where its viewings are of
 *     several
 * @param secondSeconds the same of the second group
 */
public record ComparedViewings(
    GroupOfViewings first, GroupOfViewings second, int firstSeconds, int secondSeconds) {

  /** Seconds that both have in common; 0 where they have no common time. */
  public int seconds() {
    return Math.min(firstSeconds, secondSeconds);
  }
}
