package org.otklik.analysis;

import org.otklik.metric.GroupOfViewings;

/**
 * Two groups to be put side by side.
 *
 * @param seconds that both have in common; 0 where they have no common time
 */
public record ComparedViewings(GroupOfViewings first, GroupOfViewings second, int seconds) {}
