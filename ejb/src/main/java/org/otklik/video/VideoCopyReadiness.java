package org.otklik.video;

import jakarta.enterprise.context.ApplicationScoped;
import org.otklik.queue.JobName;
import org.otklik.queue.JobReadiness;

/** One video at a time is copied for browsers: nobody waits for it as for everything else. */
@ApplicationScoped
public class VideoCopyReadiness implements JobReadiness {
  @Override
  public JobName job() {
    return JobName.PREPARE_VIDEO;
  }

  @Override
  public String condition() {
    return """
        not exists (
            select 1
            from core.job_request as copying
            where copying.state = 'STARTED' and copying.job_name = 'prepare-video')
        """;
  }
}
