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
   * A picture that stands for so long beside a frozen one is frozen, too: where a video has a whole
   * frame among differences, the same picture looks a little different from there on.
   */
  private static final int JOINED_MS = 1000;

  public boolean contains(int mediaTimeMs) {
    return mediaTimeMs > afterMs && mediaTimeMs <= untilMs;
  }

  /** Those of a track, in order of time. */
  static List<FrozenPeriod> of(SortedMap<Integer, TrackedFace> facesByTimeMs) {
    List<FrozenPeriod> stands = stands(facesByTimeMs);
    List<FrozenPeriod> periods = new ArrayList<>();
    for (int i = 0; i < stands.size(); i++) {
      int from = i;
      boolean isFrozen = stands.get(i).lengthMs() >= MIN_MS;
      while (i + 1 < stands.size() && stands.get(i).isLong() && stands.get(i + 1).isLong()) {
        i++;
        isFrozen |= stands.get(i).lengthMs() >= MIN_MS;
      }
      if (isFrozen) {
        periods.add(new FrozenPeriod(stands.get(from).afterMs(), stands.get(i).untilMs()));
      }
    }
    return List.copyOf(periods);
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
