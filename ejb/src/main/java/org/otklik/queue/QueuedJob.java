package org.otklik.queue;

/**
 * What the queue has to know of a job. A CDI bean of the feature whose job it is, which alone knows
 * what its subject belongs to and waits for. The expressions in SQL stand in the queue's own
 * statements, over {@code request}, which has the key of the subject as {@code subject_id}; they
 * have no parameters.
 */
public interface QueuedJob {
  JobName job();

  /** An expression in SQL: key of the client whose work it is; null for nobody's. */
  String clientId();

  /** An expression in SQL: how many seconds the work is expected to take, roughly. */
  default String expectedSeconds() {
    return "0";
  }

  /** A condition in SQL that holds when the job may start. */
  default String readiness() {
    return "true";
  }
}
