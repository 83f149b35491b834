package org.otklik.web.api;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.problem.ProblemCode;

/** How the application is. */
@Schema(name = "Health")
public record HealthView(
    Status status,
    @Schema(
            description =
                "What is wrong: DATABASE_AWAY, DATABASE_READ_ONLY, DISK_FULL; empty when all is well.")
        List<ProblemCode> problems) {
  /** Whether it can be used. */
  public enum Status {
    UP,
    DEGRADED,
    DOWN
  }

  /**
   * @param others what else is wrong, and leaves the application of use
   */
  static HealthView of(boolean isDatabaseThere, List<ProblemCode> others) {
    if (isDatabaseThere) {
      return new HealthView(others.isEmpty() ? Status.UP : Status.DEGRADED, others);
    }
    List<ProblemCode> problems = new ArrayList<>(List.of(ProblemCode.DATABASE_AWAY));
    problems.addAll(others);
    return new HealthView(Status.DOWN, problems);
  }
}
