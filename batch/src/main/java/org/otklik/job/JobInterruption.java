package org.otklik.job;

import jakarta.batch.runtime.context.JobContext;
import java.util.Arrays;
import java.util.Optional;
import org.otklik.outage.Outage;

/**
 * How a job says that it was kept from its work: what it needs was taken away, and nothing is wrong
 * with its subject. {@link JobDispatcher} has it go on at its checkpoint later.
 */
public final class JobInterruption {
  private static final String EXIT_STATUS = "INTERRUPTED";

  private JobInterruption() {}

  /** The caller then throws what kept it from its work, so that the step fails. */
  public static void report(JobContext job) {
    job.setExitStatus(EXIT_STATUS);
  }

  /** As {@link #report(JobContext)}; it lasts as long as the outage, however long that is. */
  public static void report(JobContext job, Outage outage) {
    job.setExitStatus(outage.name());
  }

  /** Empty for one that was kept from its work by something else, or by nothing. */
  static Optional<Outage> outage(String exitStatus) {
    return Arrays.stream(Outage.values())
        .filter(outage -> outage.name().equals(exitStatus))
        .findFirst();
  }

  static boolean isReported(JobContext job) {
    return isReportedBy(job.getExitStatus()) || outage(job.getExitStatus()).isPresent();
  }

  static boolean isReportedBy(String exitStatus) {
    return EXIT_STATUS.equals(exitStatus);
  }
}
