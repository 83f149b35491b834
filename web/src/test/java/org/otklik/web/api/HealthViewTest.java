package org.otklik.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.otklik.problem.ProblemCode.DATABASE_AWAY;
import static org.otklik.problem.ProblemCode.DATABASE_READ_ONLY;
import static org.otklik.problem.ProblemCode.DISK_FULL;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.otklik.problem.ProblemCode;
import org.otklik.web.api.HealthView.Status;

class HealthViewTest {
  @Test
  void saysWhatIsWrong() {
    assertEquals(new HealthView(Status.UP, List.of()), HealthView.of(true, List.of()));
    for (ProblemCode other : List.of(DISK_FULL, DATABASE_READ_ONLY)) {
      assertEquals(
          new HealthView(Status.DEGRADED, List.of(other)), HealthView.of(true, List.of(other)));
    }
    assertEquals(
        new HealthView(Status.DOWN, List.of(DATABASE_AWAY)), HealthView.of(false, List.of()));
    assertEquals(
        new HealthView(Status.DOWN, List.of(DATABASE_AWAY, DISK_FULL)),
        HealthView.of(false, List.of(DISK_FULL)));
  }
}
