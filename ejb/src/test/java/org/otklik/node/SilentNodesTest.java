package org.otklik.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SilentNodesTest {
  private static final Duration TICK = Duration.ofSeconds(2);
  private static final Instant SEEN = Instant.parse("2026-11-30T12:00:00Z");
  private static final UUID OTHER = new UUID(0, 1);

  private Instant now = Instant.parse("2030-01-01T00:00:00Z"); // another clock than the database's
  private final SilentNodes nodes = new SilentNodes(() -> now);

  @Test
  void whoSaysNothingForTwelveSecondsIsSilent() {
    for (int tick = 0; tick < 6; tick++) {
      assertEquals(Map.of(), look(SEEN), "after " + 2 * tick + " s");
    }
    assertEquals(Map.of(OTHER, SEEN), look(SEEN));
  }

  @Test
  void whoIsSeenAgainHasItsTimeAnew() {
    for (int tick = 0; tick < 5; tick++) {
      look(SEEN);
    }
    Instant later = SEEN.plusSeconds(9);
    for (int tick = 0; tick < 6; tick++) {
      assertEquals(Map.of(), look(later));
    }
    assertEquals(Set.of(OTHER), look(later).keySet());
  }

  @Test
  void whoCouldNotLookHoldsNobodyForSilent() {
    for (int tick = 0; tick < 6; tick++) {
      look(SEEN);
    }
    now = now.plusSeconds(60); // the database was away, for all
    assertEquals(Map.of(), look(SEEN));
  }

  private Map<UUID, Instant> look(Instant seenAt) {
    Map<UUID, Instant> silent = nodes.look(Map.of(OTHER, seenAt));
    now = now.plus(TICK);
    return silent;
  }
}
