package org.otklik.analysis.frame;

import java.util.concurrent.atomic.LongAdder;

/** How many frames this process has analysed and stored; those of a repeated chunk again. */
public final class StoredFrames {
  /** What the analyses of this process add to. */
  public static final StoredFrames OF_THIS_PROCESS = new StoredFrames();

  private final LongAdder frames = new LongAdder();

  public void add(int more) {
    frames.add(more);
  }

  /** Since the process was started. */
  public long total() {
    return frames.sum();
  }
}
