package org.otklik.vision.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class InferenceTimesTest {
  @Test
  void callsOfAModelAreSummedBySeconds() {
    InferenceTimes times = new InferenceTimes();
    times.add("faces-2", 1_500_000_000L);
    times.add("faces-2", 500_000_000L);
    times.add("emotions-1", 1_000_000L);
    assertEquals(
        Map.of(
            "faces-2", new InferenceTimes.Sum(2, 2.0),
            "emotions-1", new InferenceTimes.Sum(1, 0.001)),
        times.sums());
  }
}
