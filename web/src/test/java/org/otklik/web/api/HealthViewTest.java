package org.otklik.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.otklik.problem.ProblemCode.DATABASE_AWAY;
import static org.otklik.problem.ProblemCode.DATABASE_READ_ONLY;
import static org.otklik.problem.ProblemCode.DISK_FULL;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.otklik.administration.TroubleKind;
import org.otklik.web.api.HealthView.Status;

class HealthViewTest {
  @Test
  void saysWhatIsWrong() {
    assertEquals(new HealthView(Status.UP, List.of()), HealthView.of(List.of()));
    assertEquals(
        new HealthView(Status.DEGRADED, List.of(DATABASE_READ_ONLY)),
        HealthView.of(List.of(TroubleKind.DATABASE_READ_ONLY)));
    assertEquals(
        new HealthView(Status.DEGRADED, List.of(DISK_FULL)),
        HealthView.of(List.of(TroubleKind.DISK_FULL, TroubleKind.DECODER_FAILING)));
    assertEquals(
        new HealthView(Status.DOWN, List.of(DATABASE_AWAY, DISK_FULL)),
        HealthView.of(List.of(TroubleKind.DATABASE_AWAY, TroubleKind.DISK_FULL)));
  }

  /** Whoever looks from outside needs to do nothing. */
  @Test
  void isUpWhileNobodyIsRefusedAnything() {
    assertEquals(
        new HealthView(Status.UP, List.of()),
        HealthView.of(List.of(TroubleKind.DISK_NEARLY_FULL, TroubleKind.DECODER_FAILING)));
  }
}
