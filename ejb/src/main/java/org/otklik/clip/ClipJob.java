package org.otklik.clip;

import jakarta.enterprise.context.ApplicationScoped;
import org.otklik.queue.JobName;
import org.otklik.queue.QueuedJob;

/** Somebody waits for it; a second of a clip takes about a second. */
@ApplicationScoped
public class ClipJob implements QueuedJob {
  @Override
  public JobName job() {
    return JobName.CUT_CLIP;
  }

  @Override
  public String clientId() {
    return """
        (select campaign.client_id
         from core.clip
         join core.creative on creative.id = clip.creative_id
         join core.campaign on campaign.id = creative.campaign_id
         where clip.id = request.subject_id)
        """;
  }

  @Override
  public String expectedSeconds() {
    return "(select (clip.end_ms - clip.begin_ms) / 1000 from core.clip where clip.id = request.subject_id)";
  }
}
