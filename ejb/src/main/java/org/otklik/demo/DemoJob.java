package org.otklik.demo;

import jakarta.enterprise.context.ApplicationScoped;
import org.otklik.queue.JobName;
import org.otklik.queue.QueuedJob;

/** The demo campaign is filled with videos that lie ready. */
@ApplicationScoped
public class DemoJob implements QueuedJob {
  @Override
  public JobName job() {
    return JobName.CREATE_DEMO;
  }

  @Override
  public String clientId() {
    return """
        (select campaign.client_id from core.campaign where campaign.id = request.subject_id)
        """;
  }
}
