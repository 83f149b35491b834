package org.otklik.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.settings.ServerSettings;

/** Takes in an uploaded video and refuses what is none, before anything of it is stored. */
@ApplicationScoped
public class VideoIntake {
  private static final System.Logger LOG = System.getLogger(VideoIntake.class.getName());

  @Inject private MediaStore store;
  @Inject private MediaDisk disk;
  @Inject private MediaProber prober;
  @Inject private ServerSettings settings;

  /**
   * Not to be called in a transaction: a large video takes minutes to arrive.
   *
   * @throws ProblemException with one of the {@code FILM_…} codes, where FILM_SERVER_BUSY says
   *     nothing of the file; UPLOAD_BROKEN_OFF; DISK_FULL; STORE_AWAY
   */
  public StagedVideo receive(InputStream content) {
    StagedFile file = null;
    StagedVideo video = null;
    try {
      file = store.stage(new ArrivingContent(content, disk), settings.uploadLimitBytes());
      if (file.sizeBytes() == 0) {
        throw new UnusableMediaException(UnusableMediaException.Reason.EMPTY, "0 bytes");
      }
      MediaFacts facts = prober.probe(file.path());
      file = store.send(file);
      video = new StagedVideo(file, facts);
      return video;
    } catch (UnusableMediaException e) {
      LOG.log(System.Logger.Level.INFO, "An upload was refused: {0}", e.getMessage());
      throw problem(e.reason());
    } catch (IOException e) {
      throw new UncheckedIOException("An upload cannot be stored.", e);
    } finally {
      if (video == null && file != null) {
        file.close();
      }
    }
  }

  /**
   * Looks into a video that has arrived in parts; it stays where it is, also when it is refused.
   * Not to be called in a transaction. Who does not keep it takes back what was sent ahead ({@link
   * StagedFile#takeBack}).
   *
   * @throws ProblemException with one of the {@code FILM_…} codes; after FILM_SERVER_BUSY and
   *     STORE_AWAY it may be examined again
   */
  public StagedVideo examine(Path arrived) {
    try {
      StagedFile file = store.stage(arrived);
      MediaFacts facts = prober.probe(arrived);
      return new StagedVideo(store.send(file), facts);
    } catch (UnusableMediaException e) {
      LOG.log(System.Logger.Level.INFO, "An upload was refused: {0}", e.getMessage());
      throw problem(e.reason());
    } catch (IOException e) {
      throw new UncheckedIOException("A video that has arrived cannot be read.", e);
    }
  }

  private ProblemException problem(UnusableMediaException.Reason reason) {
    ProblemCode code = reason.code();
    return code == ProblemCode.FILM_TOO_LARGE
        ? new ProblemException(code, (settings.uploadLimitBytes() >> 20) + " MiB")
        : new ProblemException(code);
  }
}
