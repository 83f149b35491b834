package org.otklik.vision.track;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.otklik.vision.face.FaceBox;

/**
 * Tracks that are one person's face: they overlap nowhere in time, and each is of similar size at a
 * similar place as another one, or begins where that one ends while nobody else is there, as when
 * the camera frames anew, and the two do not always look unlike.
 */
final class FacePerson {
  /** Greatest ratio of sides between a track and the one it continues. */
  private static final double SIMILAR_SIZE = 2;

  /** Greatest distance of the centres, in sides of the larger face. */
  private static final double SIMILAR_PLACE = 1.5;

  /** Two missing samples at ten a second: nobody comes and goes in that time. */
  private static final int JUMP_MS = 300;

  private final List<TrackSummary> tracks = new ArrayList<>();

  private final boolean goesByLooks;

  private FacePerson(TrackSummary first, boolean goesByLooks) {
    tracks.add(first);
    this.goesByLooks = goesByLooks;
  }

  /**
   * The persons whom the tracks show, the one with the greatest area × time first.
   *
   * @param goesByLooks whether faces that follow one another are parted where they look unlike
   */
  static List<FacePerson> of(Collection<TrackSummary> tracks, boolean goesByLooks) {
    List<FacePerson> persons = new ArrayList<>();
    tracks.stream()
        .sorted(
            Comparator.comparingDouble(FacePerson::areaTime)
                .reversed()
                .thenComparingInt(TrackSummary::trackId))
        .forEach(
            track ->
                persons.stream()
                    .filter(person -> person.goesOnIn(track, tracks))
                    .findFirst()
                    .ifPresentOrElse(
                        person -> person.tracks.add(track),
                        () -> persons.add(new FacePerson(track, goesByLooks))));
    return persons;
  }

  private static double areaTime(TrackSummary track) {
    return (double) track.meanBox().areaPx() * track.durationMs();
  }

  private boolean goesOnIn(TrackSummary track, Collection<TrackSummary> all) {
    return tracks.stream().noneMatch(track::overlapsInTime)
        && tracks.stream()
            .anyMatch(
                own ->
                    (similar(track.meanBox(), own.meanBox())
                            || jumps(own, track, all)
                            || comesBack(own, track, all))
                        && !(goesByLooks && own.looksUnlike(track)));
  }

  private static boolean similar(FaceBox one, FaceBox other) {
    double larger = Math.max(one.sidePx(), other.sidePx());
    double smaller = Math.min(one.sidePx(), other.sidePx());
    return larger <= SIMILAR_SIZE * smaller && one.distancePx(other) <= SIMILAR_PLACE * larger;
  }

  /** One face ends, another begins at the same moment, and there is no third. */
  private static boolean jumps(TrackSummary one, TrackSummary other, Collection<TrackSummary> all) {
    int fromMs = Math.min(one.lastMs(), other.lastMs());
    int toMs = Math.max(one.firstMs(), other.firstMs());
    return one.gapMs(other) <= JUMP_MS
        && all.stream()
            .filter(third -> third.trackId() != one.trackId() && third.trackId() != other.trackId())
            .noneMatch(third -> third.firstMs() <= toMs && third.lastMs() >= fromMs);
  }

  /** Who comes back sits elsewhere, looks the same, and nobody else was there at either time. */
  private static boolean comesBack(
      TrackSummary one, TrackSummary other, Collection<TrackSummary> all) {
    return all.stream().noneMatch(third -> isBeside(third, one) || isBeside(third, other))
        && one.looksAlike(other); // last: in a crowd there are many tracks to compare
  }

  private static boolean isBeside(TrackSummary third, TrackSummary one) {
    return third.trackId() != one.trackId() && third.overlapsInTime(one);
  }

  Set<Integer> trackIds() {
    return tracks.stream()
        .map(TrackSummary::trackId)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  int frames() {
    return tracks.stream().mapToInt(TrackSummary::frames).sum();
  }

  int livingFrames() {
    return tracks.stream().mapToInt(TrackSummary::livingFrames).sum();
  }

  int steadyCuts() {
    return tracks.stream().mapToInt(TrackSummary::steadyCuts).sum();
  }

  /** Mean side of its face, in pixels of the video. */
  double sidePx() {
    return tracks.stream().mapToDouble(t -> t.meanBox().sidePx() * t.frames()).sum() / frames();
  }
}
