package org.otklik.web.api;

import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.administration.TroubleKind;
import org.otklik.administration.TroubleKind.Severity;
import org.otklik.problem.ProblemCode;

/** How the application is. */
@Schema(name = "Health")
public record HealthView(
    Status status,
    @Schema(
            description =
                "What is wrong: DATABASE_AWAY, DATABASE_READ_ONLY, STORE_AWAY, DISK_FULL; empty when"
                    + " all is well.")
        List<ProblemCode> problems) {
  /** Whether it can be used. */
  public enum Status {
    UP,
    DEGRADED,
    DOWN
  }

  /** Of what is wrong; what nobody is refused anything for leaves it UP. */
  static HealthView of(List<TroubleKind> troubles) {
    List<TroubleKind> told = troubles.stream().filter(kind -> kind.code() != null).toList();
    Status status =
        told.stream()
            .map(kind -> kind.severity() == Severity.DOWN ? Status.DOWN : Status.DEGRADED)
            .max(Comparator.naturalOrder())
            .orElse(Status.UP);
    return new HealthView(status, told.stream().map(TroubleKind::code).toList());
  }
}
