package org.otklik.web.api;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An answer in the form of MicroProfile Health: each check, and why it is not UP. */
@Schema(name = "HealthChecks")
public record HealthCheckView(Status status, List<Check> checks) {
  /** Of one check, and of all together. */
  @Schema(name = "HealthCheckStatus")
  public enum Status {
    UP,
    DOWN
  }

  /**
   * @param data why it is DOWN, as {@code reason}; empty when it is UP
   */
  @Schema(name = "HealthCheck")
  public record Check(String name, Status status, Map<String, String> data) {
    /**
     * @param reason told when it is not well
     */
    static Check of(String name, boolean isUp, String reason) {
      return isUp
          ? new Check(name, Status.UP, Map.of())
          : new Check(name, Status.DOWN, Map.of("reason", reason));
    }
  }

  /** UP when all of them are. */
  static HealthCheckView of(Check... checks) {
    List<Check> all = List.of(checks);
    boolean isUp = all.stream().allMatch(check -> check.status() == Status.UP);
    return new HealthCheckView(isUp ? Status.UP : Status.DOWN, all);
  }
}
