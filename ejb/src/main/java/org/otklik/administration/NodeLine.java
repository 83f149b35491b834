package org.otklik.administration;

import java.time.Instant;

/**
 * A server node, for administrators.
 *
 * @param startedAt when its newest process was first seen
 * @param seenAt when that last said that it is there
 * @param isThere false once it is held for lost
 * @param isSilent while it has not been seen for longer than it may, and is not held for lost
 */
public record NodeLine(
    String name, Instant startedAt, Instant seenAt, boolean isThere, boolean isSilent) {}
