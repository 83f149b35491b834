package org.otklik.media;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;

/** The decoders of this server: each has its child ready before it is asked for a video. */
@ApplicationScoped
public class StandbyDecoder {
  private final StandbyChildren children = new StandbyChildren();
  private final DecoderStart start = new DecoderStart(folder());

  @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
  private ManagedThreadFactory threads;

  /** Beside the libraries that are unpacked. */
  private static Path folder() {
    return Path.of(
        System.getProperty(
            DecoderChild.NATIVES_CACHE_PROPERTY, System.getProperty("java.io.tmpdir")));
  }

  /** The standard child, which is ready when it is asked for. */
  public DecoderChild child() {
    DecoderChild standard = DecoderChild.standard();
    return standard.startedWith(start.options(standard, threads)).with(children);
  }

  @PreDestroy
  void stop() {
    children.stop();
  }
}
