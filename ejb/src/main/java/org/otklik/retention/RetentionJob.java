package org.otklik.retention;

import jakarta.enterprise.context.ApplicationScoped;
import org.otklik.queue.JobName;
import org.otklik.queue.QueuedJob;

/** All clients' work, so that it takes nobody's turn. */
@ApplicationScoped
public class RetentionJob implements QueuedJob {
  @Override
  public JobName job() {
    return JobName.APPLY_RETENTION;
  }

  @Override
  public String clientId() {
    return "cast(null as bigint)";
  }
}
