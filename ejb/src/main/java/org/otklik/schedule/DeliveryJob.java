package org.otklik.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import org.otklik.queue.JobName;
import org.otklik.queue.QueuedJob;

/** A schedule's run has its reports made and mailed. */
@ApplicationScoped
public class DeliveryJob implements QueuedJob {
  @Override
  public JobName job() {
    return JobName.DELIVER_REPORTS;
  }

  @Override
  public String clientId() {
    return """
        (select campaign.client_id
         from core.schedule_run
         join core.schedule on schedule.id = schedule_run.schedule_id
         join core.campaign on campaign.id = schedule.campaign_id
         where schedule_run.id = request.subject_id)
        """;
  }
}
