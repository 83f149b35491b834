package org.otklik.job.video;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import org.otklik.media.StandbyDecoder;
import org.otklik.media.VideoCopies;
import org.otklik.problem.ProblemCode;
import org.otklik.storage.MediaProber;
import org.otklik.storage.MediaStore;
import org.otklik.storage.StagedFile;
import org.otklik.storage.UnusableMediaException;
import org.otklik.video.VideoCopyService;

/**
 * Looks whether browsers play a film, and makes a copy if not. Begun anew after a kill: what is
 * half written is in no store and no row.
 */
@Dependent
@Named
public class PrepareVideoBatchlet extends AbstractBatchlet {
  private static final System.Logger LOG = System.getLogger(PrepareVideoBatchlet.class.getName());

  @Inject @BatchProperty private long filmId;
  @Inject private VideoCopyService films;
  @Inject private MediaStore store;
  @Inject private MediaProber prober;
  @Inject private StandbyDecoder decoder;

  @Override
  public String process() throws IOException {
    Path film = store.open(films.film(filmId).mediaSha256());
    try {
      if (prober.probe(film).playsInBrowsers()) {
        films.playsAsItIs(filmId);
        return "PLAYS_AS_IT_IS";
      }
      try (StagedFile copy =
          store.stageFile(file -> VideoCopies.write(film, file, decoder.child()))) {
        films.keepCopy(filmId, copy);
      }
      return "COPIED";
    } catch (UnusableMediaException e) {
      LOG.log(Level.WARNING, "Film " + filmId + " gives no copy for browsers", e);
      films.fail(filmId, ProblemCode.valueOf("FILM_" + e.reason()));
      return "NO_COPY";
    }
  }
}
