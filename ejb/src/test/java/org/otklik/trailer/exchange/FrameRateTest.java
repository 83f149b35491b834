package org.otklik.trailer.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FrameRateTest {
  @Test
  void measuredRatesAreThoseThatSuitesKnow() {
    assertEquals(new FrameRate(25, false), FrameRate.of(25));
    assertEquals(new FrameRate(24, true), FrameRate.of(23.976024));
    assertEquals(new FrameRate(30, true), FrameRate.of(29.97));
    assertEquals(new FrameRate(30, false), FrameRate.of(30));
    assertEquals(new FrameRate(60, true), FrameRate.of(59.9401));
    assertEquals(new FrameRate(15, false), FrameRate.of(14.99));
  }

  /** Known pairs of frame numbers and drop-frame codes of 29.97 frames a second. */
  @Test
  void dropFrameKeepsUpWithTheClock() {
    FrameRate rate = FrameRate.of(30_000 / 1001.0);
    assertTrue(rate.isDropFrame());
    assertEquals("00:00:59;29", rate.timeCode(1799));
    assertEquals("00:01:00;02", rate.timeCode(1800));
    assertEquals("00:10:00;00", rate.timeCode(17_982));
    assertEquals("01:00:00;00", rate.timeCode(107_892));
    assertEquals("00:01:00;04", FrameRate.of(60_000 / 1001.0).timeCode(3600));
  }

  @Test
  void otherRatesCountEveryFrame() {
    assertFalse(FrameRate.of(23.976).isDropFrame());
    assertEquals("00:01:00:00", FrameRate.of(25).timeCode(1500));
    assertEquals("01:00:00:01", FrameRate.of(24).timeCode(86_401));
  }

  @Test
  void timesBecomeTheNearestFrame() {
    assertEquals(25, FrameRate.of(25).frame(1000));
    assertEquals(30, FrameRate.of(29.97).frame(1001));
  }
}
