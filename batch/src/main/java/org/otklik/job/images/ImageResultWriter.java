package org.otklik.job.images;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.otklik.image.ImageResult;
import org.otklik.image.ImageService;
import org.otklik.job.OutageAware;

/** Stores the results; a chunk that is written again after a crash changes nothing. */
@Dependent
@Named
@OutageAware
public class ImageResultWriter extends AbstractItemWriter {
  @Inject @BatchProperty private long batchId;
  @Inject private ImageService images;

  @Override
  @SuppressWarnings("unchecked") // Jakarta Batch hands items over untyped
  public void writeItems(List<Object> windows) {
    windows.forEach(window -> images.store(batchId, (Map<Integer, ImageResult>) window));
  }
}
