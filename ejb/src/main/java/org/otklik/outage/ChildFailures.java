package org.otklik.outage;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/** Decoders that broke off: how many there were, and how many of late. */
public final class ChildFailures {
  /** What the decoders of this process are counted by; they know nothing of beans. */
  public static final ChildFailures OF_THIS_PROCESS = new ChildFailures(InstantSource.system());

  private static final Duration LATELY = Duration.ofHours(1);

  /** More need not be told apart. */
  private static final int MAX_KNOWN = 1000;

  private final InstantSource clock;
  private final Deque<Instant> known = new ArrayDeque<>();
  private long total;

  ChildFailures(InstantSource clock) {
    this.clock = clock;
  }

  public synchronized void count() {
    total++;
    known.addLast(clock.instant());
    if (known.size() > MAX_KNOWN) {
      known.removeFirst();
    }
  }

  /** Since the process was started. */
  public synchronized long total() {
    return total;
  }

  /** Within an hour; of very many the last thousand. */
  public synchronized long lately() {
    Instant since = clock.instant().minus(LATELY);
    known.removeIf(failure -> failure.isBefore(since));
    return known.size();
  }
}
