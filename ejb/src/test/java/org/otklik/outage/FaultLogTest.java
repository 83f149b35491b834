package org.otklik.outage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FaultLogTest {
  private Instant now = Instant.parse("2026-11-29T10:00:00Z");
  private final Repetition repetition = new Repetition(Duration.ofMinutes(1), () -> now);

  @Test
  void sameIsSaidOnceAMinute() {
    assertTrue(repetition.isFirst("a"));
    for (int second = 1; second < 60; second++) {
      now = now.plusSeconds(1);
      assertFalse(repetition.isFirst("a"), "second " + second);
    }
    now = now.plusSeconds(1);
    assertTrue(repetition.isFirst("a"));
    assertFalse(repetition.isFirst("a"));
  }

  @Test
  void othersAreNotHeldBack() {
    assertTrue(repetition.isFirst("a"));
    assertTrue(repetition.isFirst("b"));
  }

  @Test
  void memoryIsLimited() {
    for (int i = 0; i < 5000; i++) {
      assertTrue(repetition.isFirst("fault " + i));
    }
  }

  @Test
  void faultIsTheSameWhenItComesFromTheSamePlace() {
    String[] prints = new String[2];
    for (int i = 0; i < prints.length; i++) {
      prints[i] = FaultLog.fingerprint(new IllegalStateException("run " + i, broken(i)));
    }
    assertEquals(prints[0], prints[1]);
    assertNotEquals(prints[0], FaultLog.fingerprint(new IllegalStateException("elsewhere")));
  }

  @Test
  void outageIsCurrentOnceItIsMet() {
    FaultLog.write(
        System.getLogger("test"), "it is tried again", new SQLException("no room", "53100"));
    assertTrue(FaultLog.isCurrent(Outage.DISK));
  }

  private static Exception broken(int number) {
    return new IllegalArgumentException("number " + number);
  }
}
