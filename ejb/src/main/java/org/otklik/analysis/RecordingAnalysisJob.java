package org.otklik.analysis;

import jakarta.enterprise.context.ApplicationScoped;
import org.otklik.queue.JobName;
import org.otklik.queue.QueuedJob;

/**
 * Analysing a recording takes longer, the longer it is: a second for a second, as an upper bound.
 */
@ApplicationScoped
public class RecordingAnalysisJob implements QueuedJob {
  @Override
  public JobName job() {
    return JobName.ANALYSE_RECORDING;
  }

  @Override
  public String clientId() {
    return """
        (select campaign.client_id
         from core.analysis_run as run
         join core.recording on recording.id = run.recording_id
         join core.creative on creative.id = recording.creative_id
         join core.campaign on campaign.id = creative.campaign_id
         where run.id = request.subject_id)
        """;
  }

  @Override
  public String expectedSeconds() {
    return """
        (select recording.duration_ms / 1000.0
         from core.analysis_run as run
         join core.recording on recording.id = run.recording_id
         where run.id = request.subject_id)
        """;
  }
}
