package org.otklik.administration;

import java.util.List;

/**
 * What the database knows of the operation, for whoever watches it from outside.
 *
 * @param uploads videos that arrive, or broke off and may go on
 * @param mailsWaiting runs of schedules whose mail is to be sent
 * @param mailsRefused those of them that a mail server has refused at least once
 * @param databaseBytes of the whole database
 */
public record OperatingFigures(
    List<JobCount> jobs, long uploads, long mailsWaiting, long mailsRefused, long databaseBytes) {
  /**
   * Jobs that wait or run, and those that ended within the last hour.
   *
   * @param name as in {@code core.job_request}
   * @param state QUEUED, STARTED, COMPLETED or FAILED
   * @param oldestSeconds how long the first of them has been in that state
   */
  public record JobCount(String name, String state, long jobs, double oldestSeconds) {}
}
