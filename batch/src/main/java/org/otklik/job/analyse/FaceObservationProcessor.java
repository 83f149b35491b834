package org.otklik.job.analyse;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.otklik.analysis.AnalysisService;
import org.otklik.vision.FaceObserver;
import org.otklik.vision.Frame;
import org.otklik.vision.FrameObservation;

/**
 * Finds the faces of a window of frames and their emotions, all frames in one call to the models.
 */
@Dependent
@Named
public class FaceObservationProcessor implements ItemProcessor {
  @Inject @BatchProperty private long runId;
  @Inject private AnalysisService analysis;
  @Inject private VisionModels models;

  private FaceObserver observer;

  @Override
  @SuppressWarnings("unchecked") // Jakarta Batch hands items over untyped
  public List<FrameObservation> processItem(Object window) {
    if (observer == null) {
      observer = models.observer(analysis.run(runId).visionSettings());
    }
    return observer.observe((List<Frame>) window);
  }
}
