package org.otklik.outage;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers what was met lately. */
final class Repetition {
  /** More are forgotten: all that do not repeat. */
  private static final int MAX_KNOWN = 1000;

  private final Map<String, Instant> known = new ConcurrentHashMap<>();
  private final Duration pause;
  private final InstantSource clock;

  Repetition(Duration pause, InstantSource clock) {
    this.pause = pause;
    this.clock = clock;
  }

  /** True once in each pause, of all who ask for the same at once to one of them. */
  boolean isFirst(String what) {
    Instant now = clock.instant();
    if (known.size() >= MAX_KNOWN) {
      known.clear();
    }
    boolean[] isFirst = new boolean[1];
    known.compute(
        what,
        (key, before) -> {
          isFirst[0] = before == null || !now.isBefore(before.plus(pause));
          return isFirst[0] ? now : before;
        });
    return isFirst[0];
  }
}
