package org.otklik.media;

import java.time.Duration;

/**
 * How long a child is waited for that gives no sign of life. On a busy machine the clock tells
 * nothing of a child: it may not have been given a processor yet. Its own processor time does.
 *
 * @param work processor time, of all its threads together: a child that used so much for nothing is
 *     at the end of its file's patience
 * @param stall time by the clock, the last resort: such a child was not let work, which is no fault
 *     of the file
 */
public record ChildPatience(Duration work, Duration stall) {}
