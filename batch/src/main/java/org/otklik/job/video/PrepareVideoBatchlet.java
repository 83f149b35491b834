package org.otklik.job.video;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import org.otklik.job.JobInterruption;
import org.otklik.job.OutageAware;
import org.otklik.media.StandbyDecoder;
import org.otklik.media.VideoCopies;
import org.otklik.problem.ProblemException;
import org.otklik.storage.MediaDisk;
import org.otklik.storage.MediaProber;
import org.otklik.storage.MediaStore;
import org.otklik.storage.StagedFile;
import org.otklik.storage.StoredFile;
import org.otklik.storage.UnusableMediaException;
import org.otklik.video.VideoCopyService;

/**
 * Looks whether browsers play a video, and makes a copy if not. Begun anew after a kill: what is
 * half written is in no store and no row.
 */
@Dependent
@Named
@OutageAware
public class PrepareVideoBatchlet extends AbstractBatchlet {
  private static final System.Logger LOG = System.getLogger(PrepareVideoBatchlet.class.getName());

  @Inject @BatchProperty private long videoId;
  @Inject private JobContext job;
  @Inject private VideoCopyService videos;
  @Inject private MediaStore store;
  @Inject private MediaDisk disk;
  @Inject private MediaProber prober;
  @Inject private StandbyDecoder decoder;

  @Override
  public String process() throws IOException, UnusableMediaException {
    try (StoredFile stored = store.open(videos.video(videoId).mediaSha256())) {
      Path video = stored.path();
      if (prober.probe(video).playsInBrowsers()) {
        videos.playsAsItIs(videoId);
        return "PLAYS_AS_IT_IS";
      }
      disk.requireRoom(Files.size(video)); // a copy is about as large
      try (StagedFile copy =
          store.send(store.stageFile(file -> VideoCopies.write(video, file, decoder.child())))) {
        videos.keepCopy(videoId, copy);
      }
      return "COPIED";
    } catch (UnusableMediaException e) {
      if (e.reason() == UnusableMediaException.Reason.DISK_FULL) {
        throw new ProblemException(e.reason().code());
      }
      if (!e.reason().isOfTheFile()) {
        JobInterruption.report(job);
        throw e;
      }
      LOG.log(Level.WARNING, "Video " + videoId + " gives no copy for browsers", e);
      videos.fail(videoId, e.reason().code());
      return "NO_COPY";
    }
  }
}
