package org.otklik.storage.object;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What this process has sent to the object store and fetched from it. */
public final class ObjectTraffic {
  /** What the stores of this process add to. */
  public static final ObjectTraffic OF_THIS_PROCESS = new ObjectTraffic();

  private final LongAdder sent = new LongAdder();
  private final LongAdder fetched = new LongAdder();
  private final LongAdder failures = new LongAdder();
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();
  private final AtomicLong cached = new AtomicLong();

  void sent(long bytes) {
    sent.add(bytes);
  }

  void fetched(long bytes) {
    fetched.add(bytes);
  }

  void failed() {
    failures.increment();
  }

  void found(boolean isInCache) {
    (isInCache ? hits : misses).increment();
  }

  void cached(long bytes) {
    cached.set(bytes);
  }

  /** Since the process was started. */
  public long sentBytes() {
    return sent.sum();
  }

  /** Since the process was started. */
  public long fetchedBytes() {
    return fetched.sum();
  }

  /** Calls that the store did not answer, or answered as one that is unwell. */
  public long failures() {
    return failures.sum();
  }

  /** Content that was asked for and lay in the cache. */
  public long hits() {
    return hits.sum();
  }

  /** Content that was asked for and had to be fetched. */
  public long misses() {
    return misses.sum();
  }

  /** What the cache takes of the disk now. */
  public long cachedBytes() {
    return cached.get();
  }
}
