package org.otklik.job.analyse;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.otklik.analysis.AnalysisService;
import org.otklik.analysis.frame.TrackedFrame;
import org.otklik.job.OutageAware;
import org.otklik.vision.FaceObservation;
import org.otklik.vision.FrameObservation;
import org.otklik.vision.face.DetectedFace;
import org.otklik.vision.track.FaceTracker;

/**
 * Waits for the observations, gives each face its track and stores the rows. The tracker's state is
 * the checkpoint: a chunk that is written again after a crash begins at the same state and makes
 * the same rows.
 */
@Dependent
@Named
@OutageAware
public class FrameObservationWriter extends AbstractItemWriter {
  @Inject @BatchProperty private long runId;
  @Inject private AnalysisService analysis;

  private FaceTracker tracker;

  @Override
  public void open(Serializable checkpoint) {
    tracker =
        checkpoint == null ? new FaceTracker() : new FaceTracker((FaceTracker.State) checkpoint);
  }

  @Override
  @SuppressWarnings("unchecked") // Jakarta Batch hands items over untyped
  public void writeItems(List<Object> windows) {
    List<TrackedFrame> rows = new ArrayList<>();
    for (Object window : windows) {
      for (FrameObservation frame : observed((Future<List<FrameObservation>>) window)) {
        List<DetectedFace> faces = frame.faces().stream().map(FaceObservation::face).toList();
        rows.add(new TrackedFrame(frame, tracker.assign(frame.mediaTimeMs(), faces)));
      }
    }
    analysis.store(runId, rows);
  }

  private static List<FrameObservation> observed(Future<List<FrameObservation>> window) {
    try {
      return window.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("A window could not be observed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while a window was being observed", e);
    }
  }

  @Override
  public Serializable checkpointInfo() {
    return tracker.state();
  }
}
