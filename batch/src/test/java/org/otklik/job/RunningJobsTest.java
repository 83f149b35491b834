package org.otklik.job;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RunningJobsTest {
  private Instant now = Instant.parse("2026-11-29T10:00:00Z");
  private final RunningJobs jobs = new RunningJobs(() -> now);

  @Test
  void executionThatNeverBeginsIsLostAfterAWhile() {
    assertFalse(jobs.isLost(7));
    now = now.plus(RunningJobs.UNTIL_LOST).minusMillis(1);
    assertFalse(jobs.isLost(7));
    now = now.plusMillis(1);
    assertTrue(jobs.isLost(7));
  }

  @Test
  void executionThatIsAtWorkIsNotLostHoweverLongItTakes() {
    assertFalse(jobs.isLost(7));
    jobs.begin(7);
    now = now.plus(RunningJobs.UNTIL_LOST.multipliedBy(99));
    assertFalse(jobs.isLost(7));
  }

  /** Its end is recorded within that time, where it can be. */
  @Test
  void executionWhoseEndIsNotRecordedIsLostAfterAWhile() {
    jobs.begin(7);
    assertFalse(jobs.isLost(7));
    now = now.plus(RunningJobs.UNTIL_LOST);
    jobs.end(7);
    assertFalse(jobs.isLost(7));
    now = now.plus(RunningJobs.UNTIL_LOST);
    assertTrue(jobs.isLost(7));
  }
}
