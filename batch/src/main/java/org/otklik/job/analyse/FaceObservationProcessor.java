package org.otklik.job.analyse;

import jakarta.annotation.PostConstruct;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.concurrent.Future;
import org.otklik.analysis.AnalysisService;
import org.otklik.job.OutageAware;
import org.otklik.job.vision.VisionModels;
import org.otklik.vision.FaceObserver;
import org.otklik.vision.FrameObservation;

/**
 * Finds the faces of a window and their expressions, in the threads of the models: the result is
 * promised, so that the next window is read meanwhile, and the writer waits for it. A chunk's
 * windows are under way together, and no more than those.
 */
@Dependent
@Named
@OutageAware
public class FaceObservationProcessor implements ItemProcessor {
  @Inject @BatchProperty private long runId;
  @Inject private AnalysisService analysis;
  @Inject private VisionModels models;
  @Inject private InferencePool pool;

  private FaceObserver observer;

  @PostConstruct
  void open() {
    observer = models.observer(analysis.run(runId).visionSettings());
  }

  @Override
  public Future<List<FrameObservation>> processItem(Object item) {
    FrameWindow window = (FrameWindow) item;
    return pool.submit(
        () -> observer.observeVideo(window.frames(), window.again(), window.turned()));
  }
}
