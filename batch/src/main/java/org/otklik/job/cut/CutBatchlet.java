package org.otklik.job.cut;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Optional;
import org.otklik.cut.CutVideoService;
import org.otklik.job.JobInterruption;
import org.otklik.job.OutageAware;
import org.otklik.media.StandbyDecoder;
import org.otklik.media.VideoCuts;
import org.otklik.media.decoder.CutOrder;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.storage.MediaDisk;
import org.otklik.storage.MediaStore;
import org.otklik.storage.StagedFile;
import org.otklik.storage.StoredFile;
import org.otklik.storage.UnusableMediaException;

/**
 * Makes the video that was asked for. Begun anew after a kill: what is half written is in no store
 * and no row.
 *
 * @param <P> what is to be made
 */
@OutageAware
public abstract class CutBatchlet<P> extends AbstractBatchlet {
  private static final System.Logger LOG = System.getLogger(CutBatchlet.class.getName());

  @Inject private JobContext job;
  @Inject private MediaStore store;
  @Inject private MediaDisk disk;
  @Inject private StandbyDecoder decoder;

  private volatile boolean isStopped;

  /** Ends the child, whose file nobody wants. */
  private static final class Unwanted extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** What was asked for has become impossible since; its maker is told why. */
  protected static final class NotToBeMadeException extends Exception {
    private static final long serialVersionUID = 1L;
    private final ProblemCode reason;

    public NotToBeMadeException(ProblemCode reason) {
      super(reason.name());
      this.reason = reason;
    }
  }

  /** Cuts a video, with what is put into it at hand. */
  @FunctionalInterface
  protected interface Cutter {
    StagedFile cut(CutOrder order) throws IOException, UnusableMediaException;
  }

  protected abstract CutVideoService<?, P> videos();

  protected abstract long videoId();

  /** Key of the creative's video in the media store. */
  protected abstract String creativeSha256(P plan);

  /** What the encoded video takes at most. */
  protected abstract long bytes(P plan);

  /** Makes what is put into the video, has it cut, and deletes again what was put in. */
  protected abstract StagedFile cut(P plan, Cutter cutter)
      throws IOException, UnusableMediaException, NotToBeMadeException;

  @Override
  public String process() throws IOException, UnusableMediaException {
    Optional<P> begun = videos().begin(videoId());
    if (begun.isEmpty()) {
      return "UNWANTED";
    }
    P plan = begun.get();
    disk.requireRoom(bytes(plan));
    try (StoredFile video = store.open(creativeSha256(plan));
        StagedFile cut = cut(plan, order -> written(video.path(), order))) {
      videos().complete(videoId(), cut);
      return "MADE";
    } catch (Unwanted e) {
      return isStopped ? "STOPPED" : "UNWANTED";
    } catch (ProblemException e) {
      if (e.code() != ProblemCode.CREATIVE_UNKNOWN) {
        throw e;
      }
      videos().fail(videoId(), ProblemCode.CREATIVE_WAS_DELETED); // it may come back from the bin
      return "FAILED";
    } catch (NotToBeMadeException e) {
      videos().fail(videoId(), e.reason);
      return "FAILED";
    } catch (UnusableMediaException e) {
      if (e.reason() == UnusableMediaException.Reason.DISK_FULL) {
        throw new ProblemException(e.reason().code());
      }
      if (!e.reason().isOfTheFile()) {
        JobInterruption.report(job);
        throw e;
      }
      LOG.log(Level.WARNING, job.getJobName() + " " + videoId() + " cannot be cut", e);
      videos().fail(videoId(), e.reason().code());
      return "FAILED";
    }
  }

  private StagedFile written(Path video, CutOrder order)
      throws IOException, UnusableMediaException {
    return store.send(
        store.stageFile(
            file -> VideoCuts.write(video, order, file, decoder.child(), this::progress)));
  }

  private void progress(int frames) {
    if (isStopped || !videos().progress(videoId(), frames)) {
      throw new Unwanted();
    }
  }

  @Override
  public void stop() {
    isStopped = true;
  }
}
