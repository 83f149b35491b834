package org.otklik.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.otklik.problem.ProblemCode.DATABASE_AWAY;
import static org.otklik.problem.ProblemCode.DISK_FULL;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.otklik.web.api.HealthView.Status;

class HealthViewTest {
  @Test
  void saysWhatIsWrong() {
    assertEquals(new HealthView(Status.UP, List.of()), HealthView.of(true, false));
    assertEquals(new HealthView(Status.DEGRADED, List.of(DISK_FULL)), HealthView.of(true, true));
    assertEquals(new HealthView(Status.DOWN, List.of(DATABASE_AWAY)), HealthView.of(false, false));
    assertEquals(
        new HealthView(Status.DOWN, List.of(DATABASE_AWAY, DISK_FULL)), HealthView.of(false, true));
  }
}
