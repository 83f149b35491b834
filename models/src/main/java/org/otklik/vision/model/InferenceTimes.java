package org.otklik.vision.model;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How often each model of this process was run, and for how long. */
public final class InferenceTimes {
  /** What all sessions of this process add to. */
  public static final InferenceTimes OF_THIS_PROCESS = new InferenceTimes();

  private static final double NANOS = 1e9;

  private final Map<String, Entry> entries = new ConcurrentHashMap<>();

  private record Entry(LongAdder calls, LongAdder nanos) {}

  /**
   * @param calls of the model; each is of one frame, one window or more
   * @param seconds that they took together, in all threads
   */
  public record Sum(long calls, double seconds) {}

  /**
   * @param release of the model, as its card names it
   */
  public void add(String release, long nanos) {
    Entry entry =
        entries.computeIfAbsent(release, key -> new Entry(new LongAdder(), new LongAdder()));
    entry.calls.increment();
    entry.nanos.add(nanos);
  }

  /** By release; those that were never run are not there. */
  public Map<String, Sum> sums() {
    Map<String, Sum> sums = new TreeMap<>();
    entries.forEach(
        (release, entry) ->
            sums.put(release, new Sum(entry.calls.sum(), entry.nanos.sum() / NANOS)));
    return sums;
  }
}
