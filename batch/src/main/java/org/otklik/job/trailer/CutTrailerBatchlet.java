package org.otklik.job.trailer;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Optional;
import org.otklik.job.JobInterruption;
import org.otklik.job.OutageAware;
import org.otklik.media.StandbyDecoder;
import org.otklik.media.VideoCuts;
import org.otklik.media.decoder.CutOrder;
import org.otklik.problem.ProblemException;
import org.otklik.storage.MediaDisk;
import org.otklik.storage.MediaStore;
import org.otklik.storage.StagedFile;
import org.otklik.storage.UnusableMediaException;
import org.otklik.trailer.video.CutPlan;
import org.otklik.trailer.video.TrailerVideoService;

/**
 * Makes the video that was asked for. Begun anew after a kill: what is half written is in no store
 * and no row.
 */
@Dependent
@Named
@OutageAware
public class CutTrailerBatchlet extends AbstractBatchlet {
  private static final System.Logger LOG = System.getLogger(CutTrailerBatchlet.class.getName());

  /** About what an encoded frame takes at most. */
  private static final double BYTES_A_PIXEL = 0.05;

  @Inject @BatchProperty private long trailerVideoId;
  @Inject private JobContext job;
  @Inject private TrailerVideoService videos;
  @Inject private ShotCentres centres;
  @Inject private MediaStore store;
  @Inject private MediaDisk disk;
  @Inject private StandbyDecoder decoder;

  private volatile boolean isStopped;

  /** Ends the child, whose file nobody wants. */
  private static final class Unwanted extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public String process() throws IOException, UnusableMediaException {
    Optional<CutPlan> begun = videos.begin(trailerVideoId);
    if (begun.isEmpty()) {
      return "UNWANTED";
    }
    CutPlan plan = begun.get();
    try {
      disk.requireRoom(
          Math.round(BYTES_A_PIXEL * plan.frames() * plan.size().width * plan.size().height));
      Path video = store.open(plan.creativeSha256());
      try (ClosingCard card = ClosingCard.of(plan);
          StagedFile cut =
              store.stageFile(
                  file ->
                      VideoCuts.write(
                          video, order(plan, card), file, decoder.child(), this::told))) {
        videos.complete(trailerVideoId, cut);
      }
      return "MADE";
    } catch (Unwanted e) {
      return isStopped ? "STOPPED" : "UNWANTED";
    } catch (UnusableMediaException e) {
      if (e.reason() == UnusableMediaException.Reason.DISK_FULL) {
        throw new ProblemException(e.reason().code());
      }
      if (!e.reason().isOfTheFile()) {
        JobInterruption.report(job);
        throw e;
      }
      LOG.log(Level.WARNING, "Trailer video " + trailerVideoId + " cannot be cut", e);
      videos.fail(trailerVideoId, e.reason().code());
      return "FAILED";
    }
  }

  private CutOrder order(CutPlan plan, ClosingCard card) throws IOException {
    return new CutOrder(
        centres.shots(plan),
        plan.rate().denominator(),
        plan.rate().numerator(),
        plan.size().width,
        plan.size().height,
        plan.dissolveFrames(),
        card.path(),
        plan.closingFrames());
  }

  private void told(int frames) {
    if (isStopped || !videos.progress(trailerVideoId, frames)) {
      throw new Unwanted();
    }
  }

  @Override
  public void stop() {
    isStopped = true;
  }
}
