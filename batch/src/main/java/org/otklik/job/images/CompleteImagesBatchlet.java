package org.otklik.job.images;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.otklik.image.ImageService;
import org.otklik.job.OutageAware;

/** Every image has been looked at: its CSV may be fetched. */
@Dependent
@Named
@OutageAware
public class CompleteImagesBatchlet extends AbstractBatchlet {
  @Inject @BatchProperty private long batchId;
  @Inject private ImageService images;

  @Override
  public String process() {
    images.complete(batchId);
    return "COMPLETED";
  }
}
