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
import org.otklik.vision.track.StillnessTracker;

/**
 * Waits for the observations, gives each face its track, says since when it stands still, and
 * stores the rows. The trackers' state is the checkpoint: a chunk that is written again after a
 * crash begins at the same state and makes the same rows.
 */
@Dependent
@Named
@OutageAware
public class FrameObservationWriter extends AbstractItemWriter {
  /** How often it is kept what faces look like: once in the shortest track that counts. */
  private static final int KEPT_EVERY_MS = 500;

  @Inject @BatchProperty private long runId;
  @Inject private AnalysisService analysis;

  private FaceTracker tracker;
  private StillnessTracker stillness;

  /** All that the frames so far leave to those that follow. */
  record Checkpoint(FaceTracker.State faces, StillnessTracker.State stillness)
      implements Serializable {}

  @Override
  public void open(Serializable checkpoint) {
    if (checkpoint == null) {
      tracker = new FaceTracker();
      stillness = new StillnessTracker();
    } else {
      Checkpoint before = (Checkpoint) checkpoint;
      tracker = new FaceTracker(before.faces());
      stillness = new StillnessTracker(before.stillness());
    }
  }

  @Override
  @SuppressWarnings("unchecked") // Jakarta Batch hands items over untyped
  public void writeItems(List<Object> windows) {
    List<TrackedFrame> rows = new ArrayList<>();
    for (Object window : windows) {
      for (FrameObservation frame : observed((Future<List<FrameObservation>>) window)) {
        List<DetectedFace> faces = frame.faces().stream().map(FaceObservation::face).toList();
        Double changedShare = tracker.changedShare(frame.grid());
        boolean areLooksKept = tracker.isFirstOf(KEPT_EVERY_MS, frame.mediaTimeMs());
        int[] tracks = tracker.assign(frame.mediaTimeMs(), faces, frame.grid());
        int[] stillSinceMs = stillness.assign(frame, tracks);
        rows.add(new TrackedFrame(frame, tracks, stillSinceMs, changedShare, areLooksKept));
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
    return new Checkpoint(tracker.state(), stillness.state());
  }
}
