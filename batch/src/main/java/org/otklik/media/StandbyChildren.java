package org.otklik.media;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Keeps children that wait: one that has seen no video yet, since somebody waits for a recording's
 * result, and a Java machine and FFmpeg take a fifth of a second to be there; and those that have
 * just done their work with a video, for the next work with the same one, such as its analysis
 * after its probe. Each video has a child of its own: no child ever sees two.
 */
final class StandbyChildren implements DecoderChild.Children {
  private static final Logger LOG = System.getLogger(StandbyChildren.class.getName());

  /** Each takes some 80 MB until it ends by itself. */
  private static final int MAX_KEPT = Runtime.getRuntime().availableProcessors();

  private final UnaryOperator<DecoderChild> quick;
  private final Map<VideoIdentity, DecoderProcess> kept = new LinkedHashMap<>();
  private DecoderProcess spare;
  private boolean stopped;

  /**
   * @param quick how a child starts by now
   */
  StandbyChildren(UnaryOperator<DecoderChild> quick) {
    this.quick = quick;
  }

  @Override
  public synchronized DecoderProcess take(DecoderChild child, VideoIdentity video)
      throws IOException {
    DecoderProcess known = kept.remove(video);
    if (known != null && known.isAlive()) {
      return known;
    }
    DecoderProcess taken = spare != null && spare.isAlive() ? spare : quick.apply(child).start();
    spare = null;
    try {
      spare = stopped ? null : quick.apply(child).start();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "No child to spare can be started; the next video will try again", e);
    }
    return taken;
  }

  @Override
  public synchronized void giveBack(DecoderProcess process, VideoIdentity video) {
    kept.values().removeIf(one -> !one.isAlive());
    DecoderProcess other = stopped ? process : kept.put(video, process);
    if (other != null) {
      other.close();
    }
    Iterator<DecoderProcess> eldest = kept.values().iterator();
    while (kept.size() > MAX_KEPT) {
      eldest.next().close();
      eldest.remove();
    }
  }

  synchronized void stop() {
    stopped = true;
    kept.values().forEach(DecoderProcess::close);
    kept.clear();
    if (spare != null) {
      spare.close();
    }
  }
}
