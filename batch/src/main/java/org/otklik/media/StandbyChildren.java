package org.otklik.media;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
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

  /** A child ends by itself half a minute after its work; one about to end is not asked again. */
  private static final Duration MAX_IDLE = Duration.ofSeconds(20);

  private final UnaryOperator<DecoderChild> quick;
  private final Duration maxIdle;
  private final Map<VideoIdentity, Kept> kept = new LinkedHashMap<>();
  private DecoderProcess spare;
  private boolean stopped;

  /**
   * @param quick how a child starts by now
   */
  StandbyChildren(UnaryOperator<DecoderChild> quick) {
    this(quick, MAX_IDLE);
  }

  StandbyChildren(UnaryOperator<DecoderChild> quick, Duration maxIdle) {
    this.quick = quick;
    this.maxIdle = maxIdle;
  }

  private record Kept(DecoderProcess process, long sinceNs) {
    boolean isFresh(Duration maxIdle) {
      return process.isAlive() && System.nanoTime() - sinceNs < maxIdle.toNanos();
    }
  }

  @Override
  public synchronized DecoderProcess take(DecoderChild child, VideoIdentity video)
      throws IOException {
    endOld();
    Kept known = kept.remove(video);
    if (known != null) {
      return known.process();
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
    endOld();
    if (stopped) {
      process.close();
      return;
    }
    Kept other = kept.put(video, new Kept(process, System.nanoTime()));
    if (other != null) {
      other.process().close();
    }
    Iterator<Kept> eldest = kept.values().iterator();
    while (kept.size() > MAX_KEPT) {
      eldest.next().process().close();
      eldest.remove();
    }
  }

  private void endOld() {
    kept.values()
        .removeIf(
            one -> {
              boolean isOld = !one.isFresh(maxIdle);
              if (isOld) {
                one.process().close();
              }
              return isOld;
            });
  }

  synchronized void stop() {
    stopped = true;
    kept.values().forEach(one -> one.process().close());
    kept.clear();
    if (spare != null) {
      spare.close();
    }
  }
}
