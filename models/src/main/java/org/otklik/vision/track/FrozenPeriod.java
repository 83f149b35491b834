package org.otklik.vision.track;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * A period in which a face's picture stood still for so long that the camera was frozen, or that it
 * is no living face.
 *
 * @param afterMs time of the frame that stood still, which is an observation; what comes after it
 *     is none
 * @param untilMs time of the last frame that shows the same
 */
public record FrozenPeriod(int afterMs, int untilMs) {
  /** A living face moves within less; a camera that hangs for less is forgiven. */
  public static final int MIN_MS = 2000;

  /**
   * Pictures that stand for so long one after another are one stand: where a video has a whole
   * frame among differences, the same picture looks a little different from there on. Living faces
   * stand for 0.2 s, drawn ones for up to 0.75 s once.
   */
  private static final int JOINED_MS = 700;

  /** What may lie between two of them: a whole frame is made better by the next ones. */
  private static final int BETWEEN_MS = 300;

  public boolean contains(int mediaTimeMs) {
    return mediaTimeMs > afterMs && mediaTimeMs <= untilMs;
  }

  /** Those of a track, in order of time. */
  static List<FrozenPeriod> of(SortedMap<Integer, TrackedFace> facesByTimeMs) {
    List<FrozenPeriod> stands = stands(facesByTimeMs);
    List<FrozenPeriod> periods = new ArrayList<>();
    int from = 0;
    while (from < stands.size()) {
      int until = from;
      for (int i = nextLong(stands, until); i > until; i = nextLong(stands, until)) {
        until = i;
      }
      if (stands.get(until).untilMs() - stands.get(from).afterMs() >= MIN_MS) {
        periods.add(new FrozenPeriod(stands.get(from).afterMs(), stands.get(until).untilMs()));
      }
      from = until + 1;
    }
    return List.copyOf(periods);
  }

  /** The stand that this one is joined with; itself where there is none. */
  private static int nextLong(List<FrozenPeriod> stands, int place) {
    if (!stands.get(place).isLong()) {
      return place;
    }
    int endMs = stands.get(place).untilMs();
    int next = place + 1;
    while (next < stands.size()
        && !stands.get(next).isLong()
        && stands.get(next).untilMs() - endMs <= BETWEEN_MS) {
      next++;
    }
    return next < stands.size() && stands.get(next).isLong() ? next : place;
  }

  /** How long each picture of the face stood, be it for one frame only. */
  private static List<FrozenPeriod> stands(SortedMap<Integer, TrackedFace> facesByTimeMs) {
    List<FrozenPeriod> stands = new ArrayList<>();
    for (Map.Entry<Integer, TrackedFace> face : facesByTimeMs.entrySet()) {
      int sinceMs = face.getValue().stillSinceMs();
      if (!stands.isEmpty() && stands.get(stands.size() - 1).afterMs() == sinceMs) {
        stands.remove(stands.size() - 1);
      }
      stands.add(new FrozenPeriod(sinceMs, face.getKey()));
    }
    return stands;
  }

  private int lengthMs() {
    return untilMs - afterMs;
  }

  private boolean isLong() {
    return lengthMs() >= JOINED_MS;
  }
}
