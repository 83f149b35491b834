package org.otklik.showing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import org.otklik.emotion.EmotionGroup;
import org.otklik.emotion.Polarity;
import org.otklik.vision.FaceObservation;
import org.otklik.vision.FrameObservation;

/** A showing that is going on, in this server's memory: its seats and the host's player. */
public final class ShowingRoom {
  private final UUID showing;
  private final Polarity polarity;
  private final Map<Long, ShowingSeat> seats = new ConcurrentSkipListMap<>();
  private final ShowingCurve curve = new ShowingCurve();
  private volatile Long startedMs;
  private volatile Playing playing = new Playing(false, 0, 0);

  /**
   * What the host's player does since a time.
   *
   * @param atMs by the server's clock
   * @param creativeMs place in the creative at that time
   */
  private record Playing(boolean isRunning, long atMs, int creativeMs) {
    int creativeMs(long nowMs) {
      return creativeMs + (isRunning ? (int) (nowMs - atMs) : 0);
    }
  }

  /**
   * What the host sees.
   *
   * @param participants in the order in which they came
   * @param curve seconds of the creative, as it runs
   */
  public record Glance(
      boolean isPlaying, List<ShowingSeat.Tile> participants, List<ShowingCurve.Point> curve) {}

  ShowingRoom(UUID showing, Polarity polarity, Long startedMs) {
    this.showing = showing;
    this.polarity = polarity;
    this.startedMs = startedMs;
  }

  UUID showing() {
    return showing;
  }

  Map<Long, ShowingSeat> seats() {
    return seats;
  }

  void leave(long participationId) {
    seats.remove(participationId);
    synchronized (curve) {
      curve.remove(participationId);
    }
  }

  /** Null before the creative is started. */
  Long startedMs() {
    return startedMs;
  }

  void started(long atMs) {
    startedMs = atMs;
  }

  void plays(boolean isRunning, long atMs, int creativeMs) {
    playing = new Playing(isRunning, atMs, creativeMs);
  }

  boolean isPlaying() {
    return playing.isRunning();
  }

  /** Adds to the curve what an image of that time shows. */
  void tally(long participationId, FrameObservation frame, long atMs) {
    if (frame.faces().isEmpty() || frame.faces().get(0).scores() == null) {
      return;
    }
    FaceObservation face = frame.faces().get(0);
    EmotionGroup most = EmotionGroup.NEUTRAL;
    for (EmotionGroup group : EmotionGroup.values()) {
      if (face.scores().groupProbability(group, polarity)
          > face.scores().groupProbability(most, polarity)) {
        most = group;
      }
    }
    synchronized (curve) {
      curve.add(participationId, Math.max(0, playing.creativeMs(atMs)), most);
    }
  }

  Glance glance(long nowMs) {
    List<ShowingSeat.Tile> tiles = seats.values().stream().map(seat -> seat.tile(nowMs)).toList();
    synchronized (curve) {
      return new Glance(isPlaying(), tiles, curve.points());
    }
  }
}
