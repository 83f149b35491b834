package org.otklik.job;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The executions that a process is at. No bean: it is asked while the container stops, too. */
final class RunningJobs {
  static final RunningJobs OF_THIS_PROCESS = new RunningJobs(InstantSource.system());

  /** Between its start and its beginning an execution waits for a thread. */
  static final Duration UNTIL_LOST = Duration.ofMinutes(1);

  private final Set<Long> running = ConcurrentHashMap.newKeySet();
  private final Map<Long, Instant> missing = new ConcurrentHashMap<>();
  private final InstantSource clock;

  RunningJobs(InstantSource clock) {
    this.clock = clock;
  }

  void begin(long execution) {
    running.add(execution);
  }

  void end(long execution) {
    running.remove(execution);
  }

  /**
   * Whether an execution that the repository holds for a running one has not been at work for so
   * long that it is none: its end, or its beginning, could not be recorded.
   */
  boolean isLost(long execution) {
    if (running.contains(execution)) {
      missing.remove(execution);
      return false;
    }
    Instant now = clock.instant();
    boolean isLost = !now.isBefore(missing.computeIfAbsent(execution, key -> now).plus(UNTIL_LOST));
    if (isLost) {
      missing.remove(execution);
    }
    return isLost;
  }
}
