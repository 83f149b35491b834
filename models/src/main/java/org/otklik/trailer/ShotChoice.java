package org.otklik.trailer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Chooses the shots of a trailer: of all cuts that are as long as wanted, to a step of half a
 * second (of longer creatives, of one or two), the one whose shots' scores, each times its length,
 * have the highest sum, less a little for each shot that begins or ends in the middle of a sound.
 * By dynamic programming over scenes × shots × length, and over the places of each scene, so it is
 * the optimum and not a guess; the same scores give the same cut.
 *
 * <p>Shots begin and end where scenes do. Only a scene longer than the longest shot may be entered
 * and left anywhere; of a shorter one, a shot that is no whole scene has the scene's beginning or
 * its end.
 */
public final class ShotChoice {
  private static final int[] STEPS_MS = {500, 1000, 2000};
  private static final int MAX_PLACES = 8000;
  private static final int MAX_LENGTHS = 120;
  private static final float NONE = Float.NEGATIVE_INFINITY;

  /** What an end in the middle of a sound costs: a tenth of a second of one deviation. */
  static final float LOUD_END = 100;

  private final ResponseScores scores;
  private final CutSettings settings;
  private final boolean hasPauses;
  private final CutPlaces places;
  private final int shots;
  private final int lengths;
  private final int unitMs;

  /** By scene, of all that is shown before it: by number of shots and length. */
  private final float[][] sums;

  /**
   * What the best way to a scene's end shows last: 0 nothing of that scene, a positive number some
   * shots within it (number × lengths + length), a negative one a shot over several scenes (the
   * first one, from -1 down).
   */
  private final int[][] taken;

  private ShotChoice(
      CutBorders borders, ResponseScores scores, CutSettings settings, int maxShots, int lengthMs) {
    this.scores = scores;
    this.settings = settings;
    this.hasPauses = !borders.pauses().isEmpty();
    int stepMs =
        Arrays.stream(STEPS_MS)
            .filter(step -> borders.durationMs() / step <= MAX_PLACES)
            .findFirst()
            .orElse(STEPS_MS[STEPS_MS.length - 1]);
    places = new CutPlaces(borders, stepMs);
    unitMs = stepMs * Math.max(1, (int) Math.ceil(lengthMs / (double) stepMs / MAX_LENGTHS));
    lengths = lengthMs / unitMs;
    shots = Math.min(maxShots, Math.max(1, lengthMs / settings.minShotMs()));
    sums = new float[places.sceneCount() + 1][];
    taken = new int[places.sceneCount() + 1][];
  }

  /**
   * The best cut; as long as can be where all that may be shown is shorter than wanted.
   *
   * @return in the order of the trailer; only the locked shots if nothing else may be shown
   */
  public static List<ScoredShot> choose(
      CutBorders borders, ResponseScores scores, CutSettings settings) {
    List<ScoredShot> chosen = new ArrayList<>();
    settings.locked().forEach(shot -> chosen.add(ScoredShot.of(shot, scores)));
    int lockedMs = settings.locked().stream().mapToInt(Shot::lengthMs).sum();
    int more = settings.maxShots() - settings.locked().size();
    int hiddenMs = together(settings.excluded());
    int moreMs = Math.min(settings.lengthMs(), borders.durationMs() - hiddenMs) - lockedMs;
    if (more > 0 && moreMs >= settings.minShotMs()) {
      ShotChoice choice = new ShotChoice(borders, scores, settings, more, moreMs);
      choice.best().forEach(shot -> chosen.add(ScoredShot.of(shot, scores)));
    }
    chosen.sort(
        settings.isRising()
            ? Comparator.comparingDouble(
                shot -> shot.score() == null ? Double.NEGATIVE_INFINITY : shot.score())
            : Comparator.comparingInt(shot -> shot.shot().beginMs()));
    return chosen;
  }

  /** How much they cover; what two of them cover counts once. */
  private static int together(List<Shot> stretches) {
    int covered = 0;
    int until = 0;
    for (Shot one : stretches.stream().sorted(Comparator.comparingInt(Shot::beginMs)).toList()) {
      covered += Math.max(0, one.endMs() - Math.max(until, one.beginMs()));
      until = Math.max(until, one.endMs());
    }
    return covered;
  }

  private List<Shot> best() {
    sums[0] = new float[cells()];
    Arrays.fill(sums[0], NONE);
    sums[0][0] = 0;
    for (int scene = 0; scene < places.sceneCount(); scene++) {
      sums[scene + 1] = sums[scene].clone();
      taken[scene + 1] = new int[cells()];
      within(scene);
      over(scene);
    }
    float[] all = sums[places.sceneCount()];
    for (int length = lengths; length > 0; length--) {
      int best = 0;
      for (int shot = 1; shot <= shots; shot++) {
        if (all[cell(shot, length)] > NONE
            && (best == 0 || all[cell(shot, length)] > all[cell(best, length)])) {
          best = shot;
        }
      }
      if (best > 0) {
        return wayTo(best, length);
      }
    }
    return List.of();
  }

  private int cells() {
    return (shots + 1) * (lengths + 1);
  }

  private int cell(int shot, int length) {
    return shot * (lengths + 1) + length;
  }

  /** Adds some shots within the scene to what is shown before it. */
  private void within(int scene) {
    SceneTable table = table(scene);
    for (int some = 1; some <= table.shots(); some++) {
      for (int units = 1; units <= table.lengths(); units++) {
        float value = table.best(some, units);
        if (value > NONE) {
          add(scene, scene + 1, some, units, value, cell(some, units));
        }
      }
    }
  }

  /** Adds a shot that ends with this scene and began with an earlier one. */
  private void over(int scene) {
    int end = places.sceneBegin(scene + 1);
    for (int first = scene - 1; first >= 0; first--) {
      int begin = places.sceneBegin(first);
      int lengthMs = places.lengthMs(begin, end);
      if (lengthMs > settings.maxShotMs()) {
        return;
      }
      if (lengthMs >= settings.minShotMs()) {
        Shot shot = places.shot(begin, end);
        Float value = isHidden(shot) || !isWithinLimits(shot, first, scene) ? null : value(shot);
        if (value != null) {
          add(first, scene + 1, 1, units(lengthMs), value, -1 - first);
        }
      }
    }
  }

  private void add(int before, int after, int some, int units, float value, int taking) {
    for (int shot = some; shot <= shots; shot++) {
      for (int length = units; length <= lengths; length++) {
        float sum = sums[before][cell(shot - some, length - units)] + value;
        int cell = cell(shot, length);
        if (sum > sums[after][cell]) {
          sums[after][cell] = sum;
          taken[after][cell] = taking;
        }
      }
    }
  }

  private SceneTable table(int scene) {
    int first = places.sceneBegin(scene);
    int last = places.sceneBegin(scene + 1);
    int sceneMs = places.sceneLengthMs(scene);
    int limitMs = limitMs(scene);
    int longestMs = Math.min(limitMs, sceneMs);
    int some = settings.oneShotPerScene() ? 1 : Math.min(shots, longestMs / settings.minShotMs());
    // Units are rounded: each shot may count for half a one more than it is long.
    int units = Math.min(lengths, longestMs / unitMs + some + 1);
    SceneTable table = new SceneTable(first, last, longestMs > 0 ? some : 0, units, limitMs);
    for (int end = first + 1; end <= last; end++) {
      table.keep(end);
      for (int begin = end - 1; begin >= first && table.shots() > 0; begin--) {
        int length = places.lengthMs(begin, end);
        if (length > settings.maxShotMs()) {
          break;
        }
        boolean hasBorder = begin == first || end == last || sceneMs > settings.maxShotMs();
        if (hasBorder && length >= settings.minShotMs()) {
          Shot shot = places.shot(begin, end);
          Float value = isHidden(shot) ? null : value(shot);
          if (value != null) {
            float cost = loudEnds(begin, end) * LOUD_END;
            table.offer(begin, end, length, units(length), value - cost);
          }
        }
      }
    }
    return table;
  }

  private int loudEnds(int begin, int end) {
    return !hasPauses
        ? 0
        : (places.edge(begin) == ShotEdge.WITHIN ? 1 : 0)
            + (places.edge(end) == ShotEdge.WITHIN ? 1 : 0);
  }

  /** What may still be shown of the scene. */
  private int limitMs(int scene) {
    if (settings.maxPerSceneMs() == Integer.MAX_VALUE) {
      return Integer.MAX_VALUE;
    }
    int locked = settings.locked().stream().mapToInt(shot -> places.sharedMs(scene, shot)).sum();
    return Math.max(0, settings.maxPerSceneMs() - locked);
  }

  private boolean isWithinLimits(Shot shot, int first, int last) {
    for (int scene = first; scene <= last; scene++) {
      if (places.sharedMs(scene, shot) > limitMs(scene)) {
        return false;
      }
    }
    return true;
  }

  private boolean isHidden(Shot shot) {
    return settings.excluded().stream().anyMatch(shot::overlaps)
        || settings.locked().stream().anyMatch(shot::overlaps);
  }

  /** Null where a part of it has no score. */
  private Float value(Shot shot) {
    Double score = ScoredShot.of(shot, scores).score();
    return score == null ? null : (float) (score * shot.lengthMs());
  }

  private int units(int lengthMs) {
    return Math.max(1, Math.round(lengthMs / (float) unitMs));
  }

  private List<Shot> wayTo(int shot, int length) {
    List<Shot> way = new ArrayList<>();
    int scene = places.sceneCount();
    int shotsLeft = shot;
    int lengthLeft = length;
    while (shotsLeft > 0) {
      int taking = taken[scene][cell(shotsLeft, lengthLeft)];
      if (taking == 0) {
        scene--;
      } else if (taking < 0) {
        int first = -1 - taking;
        Shot found = places.shot(places.sceneBegin(first), places.sceneBegin(scene));
        way.add(found);
        shotsLeft--;
        lengthLeft -= units(found.lengthMs());
        scene = first;
      } else {
        int some = taking / (lengths + 1);
        int units = taking % (lengths + 1);
        List<int[]> within =
            table(scene - 1).wayTo(some, units, (begin, end) -> units(places.lengthMs(begin, end)));
        Collections.reverse(within);
        within.forEach(one -> way.add(places.shot(one[0], one[1])));
        shotsLeft -= some;
        lengthLeft -= units;
        scene--;
      }
    }
    Collections.reverse(way);
    return way;
  }
}
