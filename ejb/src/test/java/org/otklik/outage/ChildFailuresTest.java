package org.otklik.outage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ChildFailuresTest {
  private Instant now = Instant.parse("2026-11-30T12:00:00Z");

  @Test
  void thoseOfLateAreForgottenAndTheirNumberIsNot() {
    ChildFailures failures = new ChildFailures(() -> now);
    failures.count();
    now = now.plus(Duration.ofMinutes(40));
    failures.count();
    assertEquals(2, failures.lately());
    now = now.plus(Duration.ofMinutes(40));
    assertEquals(1, failures.lately());
    assertEquals(2, failures.total());
  }
}
