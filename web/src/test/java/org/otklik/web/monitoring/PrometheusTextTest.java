package org.otklik.web.monitoring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PrometheusTextTest {
  @Test
  void helpAndTypeStandOnceBeforeAllSamplesOfAName() {
    PrometheusText text =
        new PrometheusText()
            .gauge("jobs", "Jobs.", Map.of("state", "queued", "job", "a"), 3)
            .gauge("jobs", "Jobs.", Map.of("state", "started", "job", "a"), 0)
            .counter("seconds_total", "Time.", 1_234_567.25);
    assertEquals(
        """
        # HELP jobs Jobs.
        # TYPE jobs gauge
        jobs{job="a",state="queued"} 3
        jobs{job="a",state="started"} 0
        # HELP seconds_total Time.
        # TYPE seconds_total counter
        seconds_total 1234567.25
        """,
        text.toString());
  }

  @Test
  void labelsAreEscapedAndLargeNumbersAreWhole() {
    assertEquals(
        """
        # HELP free Free.
        # TYPE free gauge
        free{disk="a\\"b\\\\c\\nd"} 139000000000000
        """,
        new PrometheusText()
            .gauge("free", "Free.", Map.of("disk", "a\"b\\c\nd"), 139_000_000_000_000.0)
            .toString());
  }
}
