package org.otklik.queue;

/**
 * When a requested job may start. A CDI bean of the feature whose job it is, which alone knows what
 * its subject waits for; jobs without one may start at once.
 */
public interface JobReadiness {
  JobName job();

  /**
   * A condition in SQL that holds when the job may start, over {@code request}, a row of {@code
   * core.job_request}; {@code request.subject_id} is the key of its subject. It is part of the
   * statement that takes the request, so it must not have parameters.
   */
  String condition();
}
