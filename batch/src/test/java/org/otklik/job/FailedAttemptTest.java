package org.otklik.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.otklik.job.FailedAttempt.Next;

class FailedAttemptTest {
  private static final Instant ENDED = Instant.parse("2026-11-29T10:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "1, 4, WAIT",
    "1, 5, GO_ON",
    "2, 29, WAIT",
    "2, 30, GO_ON",
    "3, 119, WAIT",
    "3, 120, GO_ON",
    "4, 0, GIVE_UP",
    "4, 9999, GIVE_UP"
  })
  void jobThatWasKeptFromItsWorkGoesOnAFewTimesWithPauses(int attempts, long afterS, Next next) {
    FailedAttempt failed = new FailedAttempt("INTERRUPTED", ENDED, attempts, false);
    assertEquals(next, failed.next(ENDED.plusSeconds(afterS)));
  }

  @ParameterizedTest
  @CsvSource({
    "DATABASE, 1, 2, WAIT",
    "DATABASE, 1, 3, GO_ON_UNCOUNTED",
    "DATABASE, 99, 3, GO_ON_UNCOUNTED",
    "DISK, 4, 9, WAIT",
    "DISK, 4, 10, GO_ON_UNCOUNTED"
  })
  void outageIsNoneOfTheAttempts(String outage, int attempts, long afterS, Next next) {
    FailedAttempt failed = new FailedAttempt(outage, ENDED, attempts, false);
    assertEquals(next, failed.next(ENDED.plusSeconds(afterS)));
    FailedAttempt stopped = new FailedAttempt(outage, ENDED, attempts, true);
    assertEquals(Next.GIVE_UP, stopped.next(ENDED.plusSeconds(afterS)));
  }

  @Test
  void jobThatFailedByItselfIsGivenUpAtOnce() {
    FailedAttempt failed = new FailedAttempt("FAILED", ENDED, 1, false);
    assertEquals(Next.GIVE_UP, failed.next(ENDED.plusSeconds(999)));
  }

  @Test
  void jobThatAnAdministratorStopsIsGivenUp() {
    FailedAttempt failed = new FailedAttempt("INTERRUPTED", ENDED, 1, true);
    assertEquals(Next.GIVE_UP, failed.next(ENDED.plusSeconds(999)));
  }
}
