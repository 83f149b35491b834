package org.otklik.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.otklik.storage.MediaFacts;
import org.otklik.storage.MediaProber;
import org.otklik.storage.UnusableMediaException;
import org.otklik.storage.UnusableMediaException.Reason;

/**
 * Probes videos in child processes, as many at once as there are processors: more would only keep
 * each other, and the analyses, from their work. The others wait in the order in which they came.
 */
@ApplicationScoped
public class VideoProber implements MediaProber {
  private final DecoderChild child;
  private final Semaphore places;

  /** For the container's proxy. */
  protected VideoProber() {
    this(DecoderChild.standard());
  }

  @Inject
  VideoProber(StandbyDecoder decoder) {
    this(decoder.child());
  }

  VideoProber(DecoderChild child) {
    this(child, Runtime.getRuntime().availableProcessors());
  }

  /**
   * @param atOnce children at the same time
   */
  VideoProber(DecoderChild child, int atOnce) {
    this.child = child;
    this.places = new Semaphore(atOnce, true);
  }

  @Override
  public MediaFacts probe(Path video) throws UnusableMediaException {
    takePlace();
    try {
      return probed(video);
    } finally {
      places.release();
    }
  }

  private void takePlace() throws UnusableMediaException {
    Duration patience = child.limits().patience().stall();
    try {
      if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new UnusableMediaException(
            Reason.SERVER_BUSY, "no probe came to its end within " + patience);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnusableMediaException(Reason.SERVER_BUSY, "the server is about to stop", e);
    }
  }

  private MediaFacts probed(Path video) throws UnusableMediaException {
    try (DecoderAnswer answer = child.probe(video)) {
      DecoderRecord record = answer.next();
      if (record instanceof DecoderRecord.Facts facts
          && answer.next() instanceof DecoderRecord.End) {
        return facts.facts();
      }
      throw DecoderAnswer.unexpected(record);
    }
  }
}
