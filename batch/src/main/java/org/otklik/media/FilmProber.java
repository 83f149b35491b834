package org.otklik.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import org.otklik.storage.MediaFacts;
import org.otklik.storage.MediaProber;
import org.otklik.storage.UnusableMediaException;

/** Probes films in the child process. */
@ApplicationScoped
public class FilmProber implements MediaProber {
  private final DecoderChild child;

  /** For the container's proxy. */
  protected FilmProber() {
    this(DecoderChild.standard());
  }

  @Inject
  FilmProber(SpareDecoder decoder) {
    this(decoder.child());
  }

  FilmProber(DecoderChild child) {
    this.child = child;
  }

  @Override
  public MediaFacts probe(Path film) throws UnusableMediaException {
    try (DecoderProcess process = child.probe(film)) {
      DecoderRecord record = process.next();
      if (record instanceof DecoderRecord.Facts facts) {
        return facts.facts();
      }
      throw DecoderProcess.unexpected(record);
    }
  }
}
