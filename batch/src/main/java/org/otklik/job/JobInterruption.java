package org.otklik.job;

import jakarta.batch.runtime.context.JobContext;

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

  static boolean isReportedBy(String exitStatus) {
    return EXIT_STATUS.equals(exitStatus);
  }
}
