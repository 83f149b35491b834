package org.otklik.media;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Keeps one child started that waits for a video: somebody waits for a recording's result, and a
 * Java machine and FFmpeg take a fifth of a second to be there. Each video has a child of its own
 * all the same.
 */
@ApplicationScoped
public class StandbyDecoder {
  private static final Logger LOG = System.getLogger(StandbyDecoder.class.getName());

  private Process spare;
  private boolean stopped;

  /** The standard child, which is ready when it is asked for. */
  public DecoderChild child() {
    return DecoderChild.standard().startedBy(this::take);
  }

  private synchronized Process take(ProcessBuilder builder) throws IOException {
    Process taken = spare != null && spare.isAlive() ? spare : builder.start();
    spare = null;
    try {
      spare = stopped ? null : builder.start();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "No child to spare can be started; the next video will try again", e);
    }
    return taken;
  }

  @PreDestroy
  synchronized void stop() {
    stopped = true;
    if (spare != null) {
      spare.destroyForcibly();
    }
  }
}
