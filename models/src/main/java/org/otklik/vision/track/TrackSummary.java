package org.otklik.vision.track;

import java.util.SortedMap;
import org.otklik.vision.face.FaceBox;

/**
 * One track as a whole.
 *
 * @param firstMs time of its first face
 * @param lastMs time of its last face
 * @param frames sampled frames in which the face was found
 * @param meanBox means of its boxes' places and sizes
 */
public record TrackSummary(int trackId, int firstMs, int lastMs, int frames, FaceBox meanBox) {

  /** Sums up a track's boxes by their media times; there must be one at least. */
  public static TrackSummary of(int trackId, SortedMap<Integer, FaceBox> boxesByTimeMs) {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
    for (FaceBox box : boxesByTimeMs.values()) {
      x += box.xPx();
      y += box.yPx();
      width += box.widthPx();
      height += box.heightPx();
    }
    int n = boxesByTimeMs.size();
    FaceBox mean =
        new FaceBox((float) (x / n), (float) (y / n), (float) (width / n), (float) (height / n));
    return new TrackSummary(trackId, boxesByTimeMs.firstKey(), boxesByTimeMs.lastKey(), n, mean);
  }

  /** How long the face was seen: a track that flickers is shorter than its span. */
  double seenMs(double sampleHz) {
    return frames * 1000 / sampleHz;
  }

  public int durationMs() {
    return lastMs - firstMs;
  }

  /** Area × time, by which the viewer is chosen. */
  double weight() {
    return (double) meanBox.areaPx() * durationMs();
  }

  boolean overlapsInTime(TrackSummary other) {
    return firstMs <= other.lastMs && other.firstMs <= lastMs;
  }
}
