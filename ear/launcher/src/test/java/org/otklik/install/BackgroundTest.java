package org.otklik.install;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BackgroundTest {
  @Test
  void healthIsToldInWords() {
    assertEquals("UP", Background.inWords("{\"problems\":[],\"status\":\"UP\"}"));
    assertEquals(
        "DEGRADED: DISK_FULL, DATABASE_READ_ONLY",
        Background.inWords(
            "{\"status\":\"DEGRADED\",\"problems\":[\"DISK_FULL\",\"DATABASE_READ_ONLY\"]}"));
    assertEquals("unknown", Background.inWords("<html>"));
  }
}
