package org.otklik.administration;

import java.time.Instant;
import java.util.List;

/**
 * What the database knows of the operation, for whoever watches it.
 *
 * @param uploads videos that arrive, or broke off and may go on
 * @param databaseBytes of the whole database
 * @param nodes the servers that share the jobs, and those that were lost within a week
 */
public record OperatingFigures(
    List<JobCount> jobs,
    Backlog backlog,
    long uploads,
    Mails mails,
    long databaseBytes,
    Connections connections,
    List<NodeLine> nodes,
    Upkeep upkeep) {
  /**
   * Jobs that wait or run, and those that ended within the last hour.
   *
   * @param name as in {@code core.job_request}
   * @param state QUEUED, STARTED, COMPLETED or FAILED
   * @param oldestSeconds how long the first of them has been in that state
   */
  public record JobCount(String name, String state, long jobs, double oldestSeconds) {}

  /**
   * @param failed within a day, without those that somebody stopped
   * @param overdue that wait for more than an hour beyond the time they should have begun at
   * @param overdueSince when the first of those was asked for; null without any
   */
  public record Backlog(long failed, long overdue, Instant overdueSince) {}

  /**
   * Of schedules.
   *
   * @param waiting runs whose mail is to be sent
   * @param refused those of them that a mail server has refused at least once
   * @param sent within the last hour
   */
  public record Mails(long waiting, long refused, long sent) {}

  /**
   * Of the whole PostgreSQL, whoever has them.
   *
   * @param max without those that are kept for its superusers
   */
  public record Connections(long used, long max) {}

  /**
   * @param upSince since when the node runs that has run for longest
   * @param retentionAt when the deletion of what is due was last begun; null: never
   * @param backupAt when {@code otklik backup} last wrote one; null: never, or by other tools
   */
  public record Upkeep(Instant upSince, Instant retentionAt, Instant backupAt) {}
}
