package org.otklik.job.analyse;

import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.otklik.vision.Frame;
import org.otklik.vision.FrameObservation;

/**
 * Finds the faces of a window of frames and their emotions, all frames in one call to the models.
 */
@Dependent
@Named
public class FaceObservationProcessor implements ItemProcessor {
  @Inject private VisionModels models;

  @Override
  @SuppressWarnings("unchecked") // Jakarta Batch hands items over untyped
  public List<FrameObservation> processItem(Object window) {
    return models.observer().observe((List<Frame>) window);
  }
}
