package org.otklik.analysis;

import jakarta.enterprise.context.ApplicationScoped;
import org.otklik.queue.JobName;
import org.otklik.queue.QueuedJob;

/**
 * A creative is summarised when none of its recordings waits or runs, or after half a minute at the
 * latest, so that many recordings do not have it summarised many times. Runs that are to replace
 * the one that counts are waited for, too.
 */
@ApplicationScoped
public class SummaryJob implements QueuedJob {
  @Override
  public JobName job() {
    return JobName.SUMMARISE_CREATIVE;
  }

  @Override
  public String clientId() {
    return """
        (select campaign.client_id
         from core.creative
         join core.campaign on campaign.id = creative.campaign_id
         where creative.id = request.subject_id)
        """;
  }

  @Override
  public String readiness() {
    return """
        (request.requested_at < now() - interval '30 seconds'
         or not exists (
             select 1
             from core.recording
             join core.analysis_run as run on run.recording_id = recording.id
             where recording.creative_id = request.subject_id
               and run.state in ('QUEUED', 'RUNNING')))
        """;
  }
}
