package org.otklik.outage;

import org.jboss.logging.MDC;

/**
 * What a thread works on, in each of its lines of the log where that is written as JSON: ids of a
 * request, a job, a recording, and never anything of a person. Whoever sets it closes it on the
 * same thread, which then bears what it bore before: threads are lent to others.
 */
public final class LogContext implements AutoCloseable {
  /** Ids that lines may bear. */
  public enum Id {
    /** Of one request to the server, made up for it. */
    REQUEST("request"),
    /** A job's name, such as analyse-recording. */
    JOB("job"),
    /** As in {@code core.job_request.job_execution_id}. */
    EXECUTION("execution"),
    /** As in addresses. */
    RECORDING("recording");

    private final String key;

    Id(String key) {
      this.key = key;
    }
  }

  private final String key;
  private final Object before;

  private LogContext(String key, Object before) {
    this.key = key;
    this.before = before;
  }

  /** From now on, until it is closed, the thread's lines bear the id. */
  public static LogContext of(Id id, Object value) {
    LogContext context = new LogContext(id.key, MDC.get(id.key));
    MDC.put(id.key, value.toString());
    return context;
  }

  @Override
  public void close() {
    if (before == null) {
      MDC.remove(key);
    } else {
      MDC.put(key, before);
    }
  }
}
