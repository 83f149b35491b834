package org.otklik.trailer.video;

import jakarta.enterprise.context.ApplicationScoped;
import org.otklik.queue.JobName;
import org.otklik.queue.QueuedJob;

/** Somebody waits for it; a second of a trailer takes about a second. */
@ApplicationScoped
public class TrailerVideoJob implements QueuedJob {
  @Override
  public JobName job() {
    return JobName.CUT_TRAILER;
  }

  @Override
  public String clientId() {
    return """
        (select campaign.client_id
         from core.trailer_video
         join core.trailer on trailer.id = trailer_video.trailer_id
         join core.creative on creative.id = trailer.creative_id
         join core.campaign on campaign.id = creative.campaign_id
         where trailer_video.id = request.subject_id)
        """;
  }

  @Override
  public String expectedSeconds() {
    return """
        (select trailer_video.length_ms / 1000
         from core.trailer_video
         where trailer_video.id = request.subject_id)
        """;
  }
}
