package org.otklik.web.session;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PortalSessionTest {
  @Test
  void isOverAfterItsLongestTimeHoweverBusy() {
    Instant begun = Instant.parse("2026-11-22T08:00:00Z");
    Duration longest = Duration.ofHours(12);
    assertFalse(PortalSession.isOver(begun, Instant.parse("2026-11-22T19:59:59Z"), longest));
    assertTrue(PortalSession.isOver(begun, Instant.parse("2026-11-22T20:00:00Z"), longest));
  }
}
