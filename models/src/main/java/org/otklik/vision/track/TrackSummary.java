package org.otklik.vision.track;

import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.otklik.vision.face.FaceBox;

/**
 * One track as a whole.
 *
 * @param firstMs time of its first face
 * @param lastMs time of its last face
 * @param frames sampled frames in which the face was found
 * @param meanBox means of its boxes' places and sizes
 * @param frozen periods in which its picture stood still, in order of time
 * @param frozenFrames sampled frames in those periods
 * @param steadyCuts moments at which most of the picture changed, and the face stayed where it was
 * @param isFace whether it was a face at second sight, too, if there was one
 * @param looks what it looked like, some a second, in the same light; empty where none was kept
 */
public record TrackSummary(
    int trackId,
    int firstMs,
    int lastMs,
    int frames,
    FaceBox meanBox,
    List<FrozenPeriod> frozen,
    int frozenFrames,
    int steadyCuts,
    boolean isFace,
    List<FacePatch> looks) {

  /** Least overlap of a face before and after a cut that stays where it is. */
  private static final double SAME_PLACE_IOU = 0.5;

  /** Ratio of sides up to which two faces show the same. */
  private static final double SAME_DETAIL = 2;

  /** Half a minute of them: who comes back looks again as at some time before. */
  private static final int COMPARED_LOOKS = 60;

  /**
   * Sums up a track's faces by their media times; there must be one at least.
   *
   * @param cuts of the recording
   */
  public static TrackSummary of(
      int trackId, SortedMap<Integer, TrackedFace> facesByTimeMs, List<FrameCut> cuts) {
    List<FrozenPeriod> frozen = FrozenPeriod.of(facesByTimeMs);
    return new TrackSummary(
        trackId,
        facesByTimeMs.firstKey(),
        facesByTimeMs.lastKey(),
        facesByTimeMs.size(),
        mean(facesByTimeMs),
        frozen,
        (int) facesByTimeMs.keySet().stream().filter(timeMs -> isIn(frozen, timeMs)).count(),
        (int) cuts.stream().filter(cut -> isSteady(facesByTimeMs, cut)).count(),
        isFace(facesByTimeMs),
        facesByTimeMs.values().stream()
            .map(TrackedFace::look)
            .filter(Objects::nonNull)
            .map(FacePatch::inSameLight)
            .toList());
  }

  private static FaceBox mean(SortedMap<Integer, TrackedFace> facesByTimeMs) {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
    for (TrackedFace face : facesByTimeMs.values()) {
      x += face.box().xPx();
      y += face.box().yPx();
      width += face.box().widthPx();
      height += face.box().heightPx();
    }
    int n = facesByTimeMs.size();
    return new FaceBox((float) (x / n), (float) (y / n), (float) (width / n), (float) (height / n));
  }

  private static boolean isIn(List<FrozenPeriod> frozen, int mediaTimeMs) {
    return frozen.stream().anyMatch(period -> period.contains(mediaTimeMs));
  }

  private static boolean isSteady(SortedMap<Integer, TrackedFace> facesByTimeMs, FrameCut cut) {
    TrackedFace before = facesByTimeMs.get(cut.beforeMs());
    TrackedFace after = facesByTimeMs.get(cut.atMs());
    return before != null && after != null && before.box().iou(after.box()) >= SAME_PLACE_IOU;
  }

  /** One look that confirms it is enough: a hand before the face is in the way of the others. */
  private static boolean isFace(SortedMap<Integer, TrackedFace> facesByTimeMs) {
    return facesByTimeMs.values().stream().noneMatch(TrackedFace::isDoubted)
        || facesByTimeMs.values().stream().anyMatch(TrackedFace::isConfirmed);
  }

  /** How long the face was seen: a track that flickers is shorter than its span. */
  double seenMs(double sampleHz) {
    return frames * 1000 / sampleHz;
  }

  /** Sampled frames in which it was seen and its picture did not stand still. */
  int livingFrames() {
    return frames - frozenFrames;
  }

  public int durationMs() {
    return lastMs - firstMs;
  }

  public boolean isFrozenAt(int mediaTimeMs) {
    return isIn(frozen, mediaTimeMs);
  }

  boolean overlapsInTime(TrackSummary other) {
    return firstMs <= other.lastMs && other.firstMs <= lastMs;
  }

  /** Whether the two never look alike, as far as is known of shortly before and after. */
  boolean looksUnlike(TrackSummary other) {
    double larger = Math.max(meanBox.sidePx(), other.meanBox.sidePx());
    double smaller = Math.min(meanBox.sidePx(), other.meanBox.sidePx());
    boolean isOneSize = larger <= SAME_DETAIL * smaller;
    return unlikeness(other) > (isOneSize ? FacePatch.UNLIKE : FacePatch.VERY_UNLIKE);
  }

  /** Whether the two look alike at some time. */
  boolean looksAlike(TrackSummary other) {
    return !looks.isEmpty() && !other.looks.isEmpty() && unlikeness(other) <= FacePatch.ALIKE;
  }

  /** Of the likest looks shortly before and after; 0 where there are none to compare. */
  private double unlikeness(TrackSummary other) {
    boolean isBefore = lastMs <= other.firstMs;
    List<FacePatch> before = (isBefore ? this : other).lastLooks();
    List<FacePatch> after = (isBefore ? other : this).firstLooks();
    return before.stream()
        .flatMapToDouble(look -> after.stream().mapToDouble(look::unlikeness))
        .min()
        .orElse(0);
  }

  private List<FacePatch> firstLooks() {
    return looks.subList(0, Math.min(looks.size(), COMPARED_LOOKS));
  }

  private List<FacePatch> lastLooks() {
    return looks.subList(Math.max(0, looks.size() - COMPARED_LOOKS), looks.size());
  }

  /** Time between the two, in milliseconds; 0 where they overlap. */
  int gapMs(TrackSummary other) {
    return Math.max(0, Math.max(other.firstMs - lastMs, firstMs - other.lastMs));
  }
}
