package org.otklik.camera;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How often cameras may send images: all of them together keep the places for live images busy for
 * {@link #MAX_LOAD} of the time, whatever an image costs just now. It costs more while jobs are at
 * work, so that live images then take a step back, and jobs do not stand still for them.
 */
public final class LivePace {
  /** Of the places' time; the rest takes up what comes at once. */
  static final double MAX_LOAD = 0.8;

  /** However many send: a second without an image would be a gap. */
  static final int MAX_BETWEEN_MS = 1000;

  /** Weight of the newest image in the mean cost. */
  private static final double NEWEST = 0.1;

  /** Who is silent for longer does not send any more. */
  private static final long SILENT_MS = 4000;

  private final int places;
  private final Map<String, Long> lastMs = new ConcurrentHashMap<>();
  private volatile double costMs = 30;

  /**
   * @param places images that are looked at side by side
   */
  public LivePace(int places) {
    this.places = places;
  }

  /** An image has come, at that time by any clock. */
  public void came(String source, long nowMs) {
    lastMs.put(source, nowMs);
    lastMs.values().removeIf(at -> nowMs - at > SILENT_MS);
  }

  /** Looking at one took so long. */
  public synchronized void took(double ms) {
    costMs = (1 - NEWEST) * costMs + NEWEST * ms;
  }

  /** Until a camera may send its next image. */
  public int nextAfterMs() {
    return (int) Math.min(MAX_BETWEEN_MS, Math.ceil(lastMs.size() * costMs / (places * MAX_LOAD)));
  }
}
