package org.otklik.job;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.otklik.outage.Outage;

/**
 * A job that has failed: whether and when it goes on at its checkpoint.
 *
 * @param exitStatus of the execution that failed
 * @param endedAt when it did
 * @param attempts how often the job was tried, this one among them; what the server's end
 *     interrupted is no attempt
 * @param isStopWanted whether an administrator has asked for its end
 */
record FailedAttempt(String exitStatus, Instant endedAt, int attempts, boolean isStopWanted) {
  /** What to do about it. */
  enum Next {
    GIVE_UP,
    WAIT,
    GO_ON,
    /** As GO_ON, and it was none of its attempts. */
    GO_ON_UNCOUNTED
  }

  /** Before the next attempts: what took the memory or the processors may be gone by then. */
  private static final List<Duration> PAUSES =
      List.of(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(2));

  /**
   * A database that is back is asked soon; a disk needs somebody to make room, and a store is asked
   * once every few seconds.
   */
  private static Duration pause(Outage outage) {
    return switch (outage) {
      case DATABASE, DATABASE_READ_ONLY -> Duration.ofSeconds(3);
      case DISK, STORE -> Duration.ofSeconds(10);
    };
  }

  Next next(Instant now) {
    Optional<Outage> outage = JobInterruption.outage(exitStatus);
    if (outage.isPresent() && !isStopWanted) {
      return now.isBefore(endedAt.plus(pause(outage.get()))) ? Next.WAIT : Next.GO_ON_UNCOUNTED;
    }
    if (!JobInterruption.isReportedBy(exitStatus) || isStopWanted || attempts > PAUSES.size()) {
      return Next.GIVE_UP;
    }
    Duration pause = PAUSES.get(Math.max(0, attempts - 1));
    return now.isBefore(endedAt.plus(pause)) ? Next.WAIT : Next.GO_ON;
  }
}
