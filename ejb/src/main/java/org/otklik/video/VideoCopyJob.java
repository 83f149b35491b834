package org.otklik.video;

import jakarta.enterprise.context.ApplicationScoped;
import org.otklik.queue.JobName;
import org.otklik.queue.QueuedJob;

/**
 * One video at a time is copied for browsers: nobody waits for it as for everything else. The same
 * bytes may be several clients'.
 */
@ApplicationScoped
public class VideoCopyJob implements QueuedJob {
  @Override
  public JobName job() {
    return JobName.PREPARE_VIDEO;
  }

  @Override
  public String clientId() {
    return "cast(null as bigint)";
  }

  @Override
  public String readiness() {
    return """
        not exists (
            select 1
            from core.job_request as copying
            where copying.state = 'STARTED' and copying.job_name = 'prepare-video')
        """;
  }
}
