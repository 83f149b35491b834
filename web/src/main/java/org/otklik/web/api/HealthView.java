package org.otklik.web.api;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.problem.ProblemCode;

/** How the application is. */
@Schema(name = "Health")
public record HealthView(
    Status status,
    @Schema(description = "What is wrong: DATABASE_AWAY, DISK_FULL; empty when all is well.")
        List<ProblemCode> problems) {
  /** Whether it can be used. */
  public enum Status {
    UP,
    DEGRADED,
    DOWN
  }

  static HealthView of(boolean isDatabaseThere, boolean isDiskFull) {
    List<ProblemCode> problems = new ArrayList<>();
    if (!isDatabaseThere) {
      problems.add(ProblemCode.DATABASE_AWAY);
    }
    if (isDiskFull) {
      problems.add(ProblemCode.DISK_FULL);
    }
    Status whenThere = isDiskFull ? Status.DEGRADED : Status.UP;
    return new HealthView(isDatabaseThere ? whenThere : Status.DOWN, problems);
  }
}
