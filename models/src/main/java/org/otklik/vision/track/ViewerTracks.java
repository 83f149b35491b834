package org.otklik.vision.track;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.otklik.vision.face.FaceBox;

/**
 * Says which tracks of a recording are its viewer: the one with the greatest area × time, and those
 * that continue it, that is, overlap it nowhere in time and are of similar size at a similar place.
 */
public final class ViewerTracks {

  /** A track shorter than this is nobody: a detector fires on letters for a frame or two. */
  public static final int STANDARD_MIN_TRACK_MS = 500;

  /** Greatest ratio of sides between a track and the one it continues. */
  private static final double SIMILAR_SIZE = 2;

  /** Greatest distance of the centres, in sides of the larger face. */
  private static final double SIMILAR_PLACE = 1.5;

  private ViewerTracks() {}

  /**
   * The viewer's tracks; empty when there is no viewer.
   *
   * @param sampleHz frames looked at a second
   * @param leastTrackMs a face seen for less, its gaps not counted, is nobody
   */
  public static Set<Integer> select(
      Collection<TrackSummary> tracks, double sampleHz, int leastTrackMs) {
    List<TrackSummary> candidates =
        tracks.stream()
            .filter(track -> track.seenMs(sampleHz) >= leastTrackMs)
            .sorted(
                Comparator.comparingDouble(TrackSummary::weight)
                    .reversed()
                    .thenComparingInt(TrackSummary::trackId))
            .toList();
    List<TrackSummary> chosen = new ArrayList<>();
    for (TrackSummary candidate : candidates) {
      if (chosen.isEmpty() || continues(candidate, chosen)) {
        chosen.add(candidate);
      }
    }
    Set<Integer> ids = new TreeSet<>();
    chosen.forEach(track -> ids.add(track.trackId()));
    return ids;
  }

  private static boolean continues(TrackSummary candidate, List<TrackSummary> chosen) {
    return chosen.stream().noneMatch(candidate::overlapsInTime)
        && chosen.stream().anyMatch(track -> similar(candidate.meanBox(), track.meanBox()));
  }

  private static boolean similar(FaceBox one, FaceBox other) {
    double larger = Math.max(one.sidePx(), other.sidePx());
    double smaller = Math.min(one.sidePx(), other.sidePx());
    return larger <= SIMILAR_SIZE * smaller && one.distancePx(other) <= SIMILAR_PLACE * larger;
  }
}
