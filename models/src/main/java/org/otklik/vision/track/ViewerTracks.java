package org.otklik.vision.track;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Says which tracks of a recording are its viewer. A face whose picture never changes is a
 * photograph; one that stays where it is while the rest of the picture is cut sits before a screen
 * that was recorded. Of the others, the one that is there for longest and largest is the viewer;
 * where a second face is there about as long, only a person can tell.
 */
public final class ViewerTracks {

  /** A track shorter than this is nobody: a detector fires on letters for a frame or two. */
  public static final int STANDARD_MIN_TRACK_MS = 500;

  /** Least share of a living face's frames in which its picture does not stand still. */
  private static final double LIVING_SHARE = 0.2;

  /** Frames of a second face, as a part of the viewer's, from which on it may be the viewer. */
  private static final double RIVAL_FRAMES = 0.5;

  /**
   * Side of a second face, as a part of the viewer's, from which on it may be the viewer: a camera
   * in the corner of a recorded screen shows a face an eighth as large as an actor's.
   */
  private static final double RIVAL_SIDE = 0.12;

  private ViewerTracks() {}

  /**
   * The viewer's tracks, and those of another face that may be the viewer.
   *
   * @param sampleHz frames looked at a second
   * @param leastTrackMs a face seen for less, its gaps not counted, is nobody
   */
  public static ViewerChoice choose(
      Collection<TrackSummary> tracks, double sampleHz, int leastTrackMs) {
    List<FacePerson> persons = persons(tracks, sampleHz, leastTrackMs, true);
    persons = ifAny(persons, person -> person.livingFrames() >= LIVING_SHARE * person.frames());
    persons = ifAny(persons, person -> person.steadyCuts() > 0);
    Optional<FacePerson> viewer =
        persons.stream().max(Comparator.comparingDouble(ViewerTracks::weight));
    if (viewer.isEmpty()) {
      return ViewerChoice.none();
    }
    FacePerson chosen = viewer.get();
    Optional<FacePerson> rival =
        persons.stream()
            .filter(person -> person != chosen && isRival(person, chosen))
            .max(Comparator.comparingDouble(ViewerTracks::weight));
    if (rival.isEmpty()) {
      return ViewerChoice.clear(chosen.trackIds());
    }
    Set<Integer> others = rival.get().trackIds();
    boolean mayBeOne =
        persons(tracks, sampleHz, leastTrackMs, false).stream()
            .map(FacePerson::trackIds)
            .anyMatch(ids -> ids.containsAll(chosen.trackIds()) && ids.containsAll(others));
    return new ViewerChoice(chosen.trackIds(), others, mayBeOne);
  }

  /**
   * The viewer's tracks where an analyst has said that this one is the viewer.
   *
   * @param isOnePerson whether the faces that follow one another there are the viewer, however
   *     unlike they look
   */
  public static ViewerChoice chosen(
      Collection<TrackSummary> tracks,
      double sampleHz,
      int leastTrackMs,
      int viewerTrack,
      boolean isOnePerson) {
    return persons(tracks, sampleHz, leastTrackMs, !isOnePerson).stream()
        .map(FacePerson::trackIds)
        .filter(ids -> ids.contains(viewerTrack))
        .findFirst()
        .map(ViewerChoice::clear)
        .orElseGet(() -> ViewerChoice.clear(Set.of(viewerTrack)));
  }

  private static List<FacePerson> persons(
      Collection<TrackSummary> tracks, double sampleHz, int leastTrackMs, boolean goesByLooks) {
    return FacePerson.of(
        tracks.stream()
            .filter(track -> track.seenMs(sampleHz) >= leastTrackMs && track.isFace())
            .toList(),
        goesByLooks);
  }

  private static List<FacePerson> ifAny(List<FacePerson> persons, Predicate<FacePerson> condition) {
    List<FacePerson> those = persons.stream().filter(condition).toList();
    return those.isEmpty() ? persons : those;
  }

  /** Time counts more than size: who comes nearer for a while is not the viewer. */
  private static double weight(FacePerson person) {
    double frames = Math.max(1, person.livingFrames());
    return frames * frames * person.sidePx();
  }

  private static boolean isRival(FacePerson person, FacePerson viewer) {
    return person.livingFrames() >= RIVAL_FRAMES * viewer.livingFrames()
        && person.sidePx() >= RIVAL_SIDE * viewer.sidePx();
  }
}
