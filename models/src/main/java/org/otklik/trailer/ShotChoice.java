package org.otklik.trailer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Chooses the shots of a trailer: of all cuts that are as long as wanted, to a step of half a
 * second (of longer creatives, of one or two), the one whose shots' scores, each times its length,
 * have the highest sum. By dynamic programming over places of the creative × shots × length, so it
 * is the optimum and not a guess; the same scores give the same cut.
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

  private final ResponseScores scores;
  private final CutSettings settings;
  private final int stepMs;

  /** Times at which a shot may begin or end; scenes' borders among them. */
  private final int[] placesMs;

  /** By place: the last border of scenes at or before it, and the first one after it. */
  private final int[] sceneBegins;

  private final int[] sceneEnds;
  private final boolean[] isBorder;

  private ShotChoice(
      List<Integer> sceneBeginsMs, int durationMs, ResponseScores scores, CutSettings settings) {
    this.scores = scores;
    this.settings = settings;
    this.stepMs =
        Arrays.stream(STEPS_MS)
            .filter(step -> durationMs / step <= MAX_PLACES)
            .findFirst()
            .orElse(STEPS_MS[STEPS_MS.length - 1]);
    int last = Math.max(1, Math.round(durationMs / (float) stepMs));
    placesMs = new int[last + 1];
    isBorder = new boolean[last + 1];
    for (int place = 0; place <= last; place++) {
      placesMs[place] = place * stepMs;
    }
    for (int begin : sceneBeginsMs) {
      int place = Math.round(begin / (float) stepMs);
      if (place > 0 && place < last && !isBorder[place]) {
        placesMs[place] = begin;
        isBorder[place] = true;
      }
    }
    placesMs[last] = durationMs;
    isBorder[0] = true;
    isBorder[last] = true;
    sceneBegins = new int[last + 1];
    sceneEnds = new int[last + 1];
    for (int place = 1; place <= last; place++) {
      sceneBegins[place] = isBorder[place] ? place : sceneBegins[place - 1];
    }
    sceneEnds[last] = last;
    for (int place = last - 1; place >= 0; place--) {
      sceneEnds[place] = isBorder[place + 1] ? place + 1 : sceneEnds[place + 1];
    }
  }

  /**
   * The best cut; as long as can be where all that may be shown is shorter than wanted.
   *
   * @param sceneBeginsMs where scenes begin, ascending
   * @param durationMs of the creative
   * @return in the order of the trailer; only the locked shots if nothing else may be shown
   */
  public static List<ScoredShot> choose(
      List<Integer> sceneBeginsMs, int durationMs, ResponseScores scores, CutSettings settings) {
    List<ScoredShot> chosen = new ArrayList<>();
    settings.locked().forEach(shot -> chosen.add(ScoredShot.of(shot, scores)));
    int lockedMs = settings.locked().stream().mapToInt(Shot::lengthMs).sum();
    int more = settings.maxShots() - settings.locked().size();
    int hiddenMs = settings.excluded().stream().mapToInt(Shot::lengthMs).sum();
    int moreMs = Math.min(settings.lengthMs(), durationMs - hiddenMs) - lockedMs;
    if (more > 0 && moreMs >= settings.minShotMs()) {
      chosen.addAll(new ShotChoice(sceneBeginsMs, durationMs, scores, settings).best(more, moreMs));
    }
    chosen.sort(
        settings.isRising()
            ? Comparator.comparingDouble(
                shot -> shot.score() == null ? Double.NEGATIVE_INFINITY : shot.score())
            : Comparator.comparingInt(shot -> shot.shot().beginMs()));
    return chosen;
  }

  private List<ScoredShot> best(int maxShots, int lengthMs) {
    int unitMs = stepMs * Math.max(1, (int) Math.ceil(lengthMs / (double) stepMs / MAX_LENGTHS));
    int lengths = lengthMs / unitMs;
    int shots = Math.min(maxShots, Math.max(1, lengthMs / settings.minShotMs()));
    Table table = new Table(placesMs.length, shots, lengths, unitMs);
    for (int end = 1; end < placesMs.length; end++) {
      table.keep(end);
      for (int begin = end - 1; begin >= 0; begin--) {
        int length = placesMs[end] - placesMs[begin];
        if (length > settings.maxShotMs()) {
          break;
        }
        if (length >= settings.minShotMs() && isAllowed(begin, end)) {
          Double score = ScoredShot.of(shot(begin, end), scores).score();
          if (score != null) {
            int before = settings.oneShotPerScene() ? sceneBegins[begin] : begin;
            table.offer(begin, end, before, units(length, unitMs), (float) (score * length));
          }
        }
      }
    }
    return table.best();
  }

  private static int units(int lengthMs, int unitMs) {
    return Math.max(1, Math.round(lengthMs / (float) unitMs));
  }

  private Shot shot(int begin, int end) {
    return new Shot(placesMs[begin], placesMs[end]);
  }

  private boolean isAllowed(int begin, int end) {
    Shot shot = shot(begin, end);
    if (settings.excluded().stream().anyMatch(shot::overlaps)
        || settings.locked().stream().anyMatch(shot::overlaps)) {
      return false;
    }
    boolean isWithinOneScene = sceneEnds[begin] >= end;
    if (!isWithinOneScene) {
      return isBorder[begin] && isBorder[end];
    }
    int sceneMs = placesMs[sceneEnds[begin]] - placesMs[sceneBegins[begin]];
    return sceneMs > settings.maxShotMs() || isBorder[begin] || isBorder[end];
  }

  /** The highest sum by place, number of shots and length so far, and the shot that gave it. */
  private final class Table {
    private final int shots;
    private final int lengths;
    private final int unitMs;
    private final float[][] sums;

    /** The shot that ends at this place, in places; 0 where the place before has the same sum. */
    private final short[][] taken;

    private Table(int places, int shots, int lengths, int unitMs) {
      this.shots = shots;
      this.lengths = lengths;
      this.unitMs = unitMs;
      sums = new float[places][];
      taken = new short[places][];
      sums[0] = new float[cells()];
      taken[0] = new short[cells()];
      Arrays.fill(sums[0], NONE);
      sums[0][0] = 0;
    }

    private int cells() {
      return (shots + 1) * (lengths + 1);
    }

    private int cell(int shot, int length) {
      return shot * (lengths + 1) + length;
    }

    /** Nothing that ends at this place is better than something that does. */
    private void keep(int place) {
      sums[place] = sums[place - 1].clone();
      taken[place] = new short[cells()];
    }

    private void offer(int begin, int end, int before, int units, float value) {
      float[] from = sums[before];
      for (int shot = 1; shot <= shots; shot++) {
        for (int length = units; length <= lengths; length++) {
          float sum = from[cell(shot - 1, length - units)] + value;
          int cell = cell(shot, length);
          if (sum > sums[end][cell]) {
            sums[end][cell] = sum;
            taken[end][cell] = (short) (end - begin);
          }
        }
      }
    }

    /** Of the longest cuts that there are, the best. */
    private List<ScoredShot> best() {
      float[] all = sums[sums.length - 1];
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

    private List<ScoredShot> wayTo(int shot, int length) {
      List<ScoredShot> way = new ArrayList<>();
      int place = sums.length - 1;
      int shotsLeft = shot;
      int lengthLeft = length;
      while (shotsLeft > 0) {
        int taking = taken[place][cell(shotsLeft, lengthLeft)];
        if (taking == 0) {
          place--;
          continue;
        }
        int begin = place - taking;
        Shot found = shot(begin, place);
        way.add(ScoredShot.of(found, scores));
        lengthLeft -= units(found.lengthMs(), unitMs);
        shotsLeft--;
        place = settings.oneShotPerScene() ? sceneBegins[begin] : begin;
      }
      Collections.reverse(way);
      return way;
    }
  }
}
