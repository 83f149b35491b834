package org.otklik.job.analyse;

import jakarta.annotation.Resource;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.otklik.analysis.AnalysisService;
import org.otklik.analysis.run.AnalysisRun;
import org.otklik.job.JobInterruption;
import org.otklik.job.OutageAware;
import org.otklik.job.vision.VisionModels;
import org.otklik.media.DecodeSettings;
import org.otklik.media.FrameStream;
import org.otklik.media.StandbyDecoder;
import org.otklik.problem.ProblemCode;
import org.otklik.storage.MediaStore;
import org.otklik.storage.UnusableMediaException;
import org.otklik.vision.FaceObserver;
import org.otklik.vision.image.Frame;

/**
 * Looks whether a call shows two sides, where nobody has said which of them is the customer's. Then
 * the analysis ends with that question: faces are counted here, no expression is looked at, and
 * nothing of them is kept.
 */
@Dependent
@Named
@OutageAware
public class CheckSidesBatchlet extends AbstractBatchlet {
  /** Enough to meet a face that is there for half a second. */
  private static final double SAMPLE_HZ = 2;

  private static final int WINDOW = 16;

  @Inject @BatchProperty private long runId;
  @Inject private JobContext job;
  @Inject private AnalysisService analysis;
  @Inject private MediaStore store;
  @Inject private VisionModels models;
  @Inject private StandbyDecoder decoder;

  @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
  private ManagedThreadFactory threads;

  private volatile boolean isStopped;

  @Override
  public String process() throws IOException, UnusableMediaException {
    AnalysisRun run = analysis.run(runId);
    if (!run.isOfUnknownSides()) {
      return "KNOWN";
    }
    FaceObserver observer = models.observer(run.visionSettings());
    Path video = store.open(analysis.recording(runId).mediaSha256());
    DecodeSettings settings =
        new DecodeSettings(SAMPLE_HZ, FrameWindowReader.LONG_SIDE_PX, -1).turned(run.turnDegrees());
    try (FrameStream frames = FrameStream.open(video, settings, decoder.child(), threads)) {
      List<Frame> window = frames.next(WINDOW);
      while (!window.isEmpty() && !isStopped) {
        if (observer.countFaces(window).stream().anyMatch(count -> count > 1)) {
          analysis.failNow(runId, ProblemCode.CALL_SIDES_UNKNOWN);
          return "TWO_SIDES";
        }
        window = frames.next(WINDOW);
      }
      return "ONE_SIDE";
    } catch (UnusableMediaException e) {
      if (e.reason().isOfTheFile()) {
        analysis.failNow(runId, e.reason().code());
      } else {
        JobInterruption.report(job);
      }
      throw e;
    }
  }

  @Override
  public void stop() {
    isStopped = true;
  }
}
