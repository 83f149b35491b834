package org.otklik.job.analyse;

import jakarta.annotation.Resource;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.otklik.analysis.AnalysisService;
import org.otklik.analysis.run.AnalysisRun;
import org.otklik.job.JobInterruption;
import org.otklik.job.OutageAware;
import org.otklik.job.vision.VisionModels;
import org.otklik.media.DecodeSettings;
import org.otklik.media.FrameStream;
import org.otklik.media.StandbyDecoder;
import org.otklik.storage.MediaStore;
import org.otklik.storage.StoredFile;
import org.otklik.storage.UnusableMediaException;
import org.otklik.vision.image.Frame;

/** Reads windows of sampled frames; its checkpoint is the media time of the last one. */
@Dependent
@Named
@OutageAware
public class FrameWindowReader extends AbstractItemReader {
  /** Frames an item: large enough for the models' batches, 11 MiB at 640 × 360. */
  private static final int WINDOW = 16;

  /** Enough detail for a face of 48 pixels in a picture that the detector sees at 320. */
  static final int LONG_SIDE_PX = 640;

  private static final int FROM_THE_START = -1;

  @Inject @BatchProperty private long runId;
  @Inject private JobContext job;
  @Inject private AnalysisService analysis;
  @Inject private MediaStore store;
  @Inject private VisionModels models;
  @Inject private StandbyDecoder decoder;

  @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
  private ManagedThreadFactory threads;

  private CheckMoments turns;
  private StoredFile video;
  private FrameStream frames;
  private int lastTimeMs = FROM_THE_START;

  @Override
  public void open(Serializable checkpoint) throws IOException, UnusableMediaException {
    lastTimeMs = checkpoint == null ? FROM_THE_START : (Integer) checkpoint;
    AnalysisRun run = analysis.run(runId);
    if (!run.beganWith(models.release())) {
      throw new IllegalStateException(
          "Run " + runId + " began with other models: analyse the recording again");
    }
    turns = CheckMoments.turns(run.recording().durationMs());
    video = store.open(run.recording().mediaSha256());
    DecodeSettings settings =
        new DecodeSettings(run.sampleHz(), LONG_SIDE_PX, lastTimeMs)
            .turned(run.turnDegrees())
            .within(run.area());
    try {
      frames = FrameStream.open(video.path(), settings, decoder.child(), threads);
    } catch (UnusableMediaException e) {
      throw told(e);
    }
  }

  @Override
  public FrameWindow readItem() throws UnusableMediaException {
    try {
      List<Frame> window = frames.next(WINDOW);
      if (window.isEmpty()) {
        return null; // the end, as Jakarta Batch wants it said
      }
      Set<Integer> again = CheckMoments.RECHECKS.in(window, lastTimeMs);
      Set<Integer> turned = turns.in(window, lastTimeMs);
      lastTimeMs = window.get(window.size() - 1).mediaTimeMs();
      return new FrameWindow(window, again, turned);
    } catch (UnusableMediaException e) {
      throw told(e);
    }
  }

  /**
   * The run keeps the video's own reason, not only that its job failed; where the video is not at
   * fault, the job goes on later.
   */
  private UnusableMediaException told(UnusableMediaException e) {
    if (e.reason().isOfTheFile()) {
      analysis.failNow(runId, e.reason().code());
    } else {
      JobInterruption.report(job);
    }
    return e;
  }

  @Override
  public Serializable checkpointInfo() {
    return lastTimeMs;
  }

  @Override
  public void close() {
    if (frames != null) {
      frames.close();
    }
    if (video != null) {
      video.close();
    }
  }
}
