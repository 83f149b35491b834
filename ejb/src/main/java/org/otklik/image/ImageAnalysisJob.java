package org.otklik.image;

import jakarta.enterprise.context.ApplicationScoped;
import org.otklik.queue.JobName;
import org.otklik.queue.QueuedJob;

/** Analysing a batch of images takes about a tenth of a second for each. */
@ApplicationScoped
public class ImageAnalysisJob implements QueuedJob {
  @Override
  public JobName job() {
    return JobName.ANALYSE_IMAGES;
  }

  @Override
  public String clientId() {
    return """
        (select image_batch.client_id from core.image_batch where image_batch.id = request.subject_id)
        """;
  }

  @Override
  public String expectedSeconds() {
    return """
        (select image_batch.images / 10.0 from core.image_batch where image_batch.id = request.subject_id)
        """;
  }
}
