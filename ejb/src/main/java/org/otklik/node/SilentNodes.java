package org.otklik.node;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Tells which nodes are silent, by this node's clock alone: who was seen at the same time for so
 * long while this node could look every few seconds. After an outage of the database, when nobody
 * could say anything, all have their time anew.
 */
final class SilentNodes {
  /** Six times that a node says it is there; a garbage collection takes less. */
  static final Duration PATIENCE = Duration.ofSeconds(12);

  /** Who has not looked for so long cannot tell whether others were silent. */
  static final Duration MAX_GAP = Duration.ofSeconds(6);

  private record Sight(Instant seenAt, Instant since) {}

  private final InstantSource clock;
  private final Map<UUID, Sight> sights = new HashMap<>();
  private Instant lookedAt = Instant.MIN;

  SilentNodes(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * @param seenAt when each of the others last said that it is there
   * @return those of them that are silent
   */
  Map<UUID, Instant> look(Map<UUID, Instant> seenAt) {
    Instant now = clock.instant();
    if (lookedAt.isBefore(now.minus(MAX_GAP))) {
      sights.clear();
    }
    lookedAt = now;
    sights.keySet().retainAll(seenAt.keySet());
    seenAt.forEach(
        (run, at) ->
            sights.merge(
                run, new Sight(at, now), (old, seen) -> old.seenAt.equals(at) ? old : seen));
    Predicate<Map.Entry<UUID, Sight>> silent =
        one -> !now.isBefore(one.getValue().since.plus(PATIENCE));
    return sights.entrySet().stream()
        .filter(silent)
        .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().seenAt));
  }
}
