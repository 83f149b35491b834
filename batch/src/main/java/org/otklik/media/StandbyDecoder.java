package org.otklik.media;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;

/** The decoders of this server: each has its child ready before it is asked for a video. */
@ApplicationScoped
public class StandbyDecoder {
  private final DecoderStart start = new DecoderStart(folder());
  private final StandbyChildren children = new StandbyChildren(this::quick);

  @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
  private ManagedThreadFactory threads;

  /** Beside the libraries that JavaCPP unpacks; where nobody else may write. */
  private static Path folder() {
    String cache = System.getProperty(DecoderChild.NATIVES_CACHE_PROPERTY);
    return cache == null
        ? Path.of(System.getProperty("user.home"), ".javacpp", "cache")
        : Path.of(cache);
  }

  /** The standard child, which is ready when it is asked for. */
  public DecoderChild child() {
    return DecoderChild.standard().with(children);
  }

  private DecoderChild quick(DecoderChild child) {
    return child.startedWith(start.options(child, threads));
  }

  @PreDestroy
  void stop() {
    children.stop();
  }
}
