package org.otklik.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import org.otklik.storage.MediaFacts;
import org.otklik.storage.MediaProber;
import org.otklik.storage.UnusableMediaException;

/** Probes videos in the child process. */
@ApplicationScoped
public class VideoProber implements MediaProber {
  private final DecoderChild child;

  /** For the container's proxy. */
  protected VideoProber() {
    this(DecoderChild.standard());
  }

  @Inject
  VideoProber(StandbyDecoder decoder) {
    this(decoder.child());
  }

  VideoProber(DecoderChild child) {
    this.child = child;
  }

  @Override
  public MediaFacts probe(Path video) throws UnusableMediaException {
    try (DecoderProcess process = child.probe(video)) {
      DecoderRecord record = process.next();
      if (record instanceof DecoderRecord.Facts facts) {
        return facts.facts();
      }
      throw DecoderProcess.unexpected(record);
    }
  }
}
