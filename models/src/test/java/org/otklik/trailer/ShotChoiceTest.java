package org.otklik.trailer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class ShotChoiceTest {
  private static final int SECONDS = 60;
  private static final int ANY = Integer.MAX_VALUE;
  private static final SoundPauses SILENT = SoundPauses.of(new byte[0]);
  private static final List<Integer> SCENES =
      List.of(0, 7_300, 15_000, 24_000, 31_200, 40_000, 52_500);

  @Test
  void shotsMeetTheScriptsPeaks() {
    IntToDoubleFunction script = s -> (s >= 8 && s < 12) || (s >= 32 && s < 36) ? 0.4 : 0;
    List<Shot> cut = shots(scores(script), cut(8_000, 2, 2_000, 5_000));
    assertEquals(2, cut.size());
    assertTrue(overlap(cut.get(0), new Shot(8_000, 12_000)) >= 0.8, cut.toString());
    assertTrue(overlap(cut.get(1), new Shot(32_000, 36_000)) >= 0.8, cut.toString());
  }

  @Test
  void cutIsAsLongAsWantedAndKeepsTheRules() {
    ResponseScores scores = scores(s -> 0.1 * Math.sin(s));
    CutSettings settings =
        new CutSettings(
            20_000,
            6,
            1_500,
            6_000,
            true,
            ANY,
            false,
            List.of(new Shot(48_000, 60_000)),
            List.of());
    List<Shot> cut = shots(scores, settings);
    assertEquals(20_000, cut.stream().mapToInt(Shot::lengthMs).sum(), 1_500);
    assertTrue(cut.size() <= 6);
    for (Shot shot : cut) {
      assertTrue(shot.lengthMs() >= 1_500 && shot.lengthMs() <= 6_000, shot.toString());
      assertTrue(shot.endMs() <= 48_000, shot.toString());
    }
    assertEquals(
        cut.size(), cut.stream().map(ShotChoiceTest::scene).distinct().count(), cut.toString());
  }

  @Test
  void lockedShotStaysAndTheOthersTakeTheRest() {
    Shot locked = new Shot(41_000, 43_000);
    CutSettings settings =
        new CutSettings(8_000, 4, 2_000, 5_000, false, ANY, false, List.of(), List.of(locked));
    List<Shot> cut = shots(scores(s -> s >= 41 && s < 47 ? 0.4 : 0), settings);
    assertTrue(cut.contains(locked), cut.toString());
    assertTrue(cut.stream().filter(s -> !s.equals(locked)).noneMatch(locked::overlaps));
    assertEquals(8_000, cut.stream().mapToInt(Shot::lengthMs).sum(), 500);
  }

  @Test
  void strongestComesLastWhenRising() {
    CutSettings settings =
        new CutSettings(8_000, 2, 2_000, 5_000, false, ANY, true, List.of(), List.of());
    ResponseScores scores = scores(s -> s >= 8 && s < 12 ? 0.6 : s >= 32 && s < 36 ? 0.3 : 0);
    List<Shot> cut = shots(scores, settings);
    assertTrue(cut.get(1).beginMs() < cut.get(0).beginMs(), cut.toString());
  }

  /** A short creative, all cuts of which can be tried. */
  @Test
  void noOtherCutIsBetter() {
    Random random = new Random(3);
    for (int i = 0; i < 10; i++) {
      double[] script = random.doubles(12, 0, 0.5).toArray();
      ResponseScores scores =
          ResponseScores.of(
              ScriptedViewers.viewers(6, 12, i, s -> script[s]),
              12,
              new ScoreSettings(Map.of(TrailerMeasure.SURPRISE, 1.0), 1, 0, 5));
      CutSettings settings = cut(5_000, 2, 1_000, 3_000);
      List<ScoredShot> chosen =
          ShotChoice.choose(new CutBorders(begins(List.of(0)), 12_000, SILENT), scores, settings);
      assertEquals(bestOfAll(scores), sum(chosen), 1e-3, chosen.toString());
    }
  }

  /** Of all pairs of stretches without overlap, 5 s together. */
  private static double bestOfAll(ResponseScores scores) {
    double best = Double.NEGATIVE_INFINITY;
    for (int firstMs = 1_000; firstMs <= 3_000; firstMs += 500) {
      int secondMs = 5_000 - firstMs;
      for (int a = 0; secondMs >= 1_000 && secondMs <= 3_000 && a + firstMs <= 12_000; a += 500) {
        for (int b = a + firstMs; b + secondMs <= 12_000; b += 500) {
          best =
              Math.max(
                  best,
                  sum(
                      List.of(
                          ScoredShot.of(new Shot(a, a + firstMs), scores),
                          ScoredShot.of(new Shot(b, b + secondMs), scores))));
        }
      }
    }
    return best;
  }

  @Test
  void shotOfAShortSceneHasOneOfItsBorders() {
    List<Integer> borders = new ArrayList<>(SCENES);
    borders.add(SECONDS * 1000);
    for (Shot shot : shots(scores(s -> 0.1 * Math.cos(s / 2.0)), cut(15_000, 5, 2_000, 13_000))) {
      assertTrue(
          borders.contains(shot.beginMs()) || borders.contains(shot.endMs()), shot.toString());
    }
  }

  @Test
  void noMoreThanSoMuchOfASceneLockedShotsIncluded() {
    Shot locked = new Shot(31_200, 32_200);
    ResponseScores scores = scores(s -> s >= 31 && s < 39 ? 0.5 : 0);
    CutSettings settings =
        new CutSettings(20_000, 10, 1_000, 4_000, false, 3_000, false, List.of(), List.of(locked));
    List<Shot> cut = shots(scores, settings);
    List<Integer> ends = new ArrayList<>(SCENES);
    ends.add(SECONDS * 1000);
    for (int i = 0; i < SCENES.size(); i++) {
      Shot scene = new Shot(ends.get(i), ends.get(i + 1));
      int shown = cut.stream().mapToInt(shot -> (int) shared(shot, scene)).sum();
      assertTrue(shown <= 3_000, shown + " of " + scene + ": " + cut);
    }
    int ofPeak = cut.stream().mapToInt(s -> (int) shared(s, new Shot(31_200, 40_000))).sum();
    assertEquals(3_000, ofPeak, 500, "as much as may be of the scene that is responded to");
    assertTrue(cut.stream().mapToInt(Shot::lengthMs).sum() >= 17_000, cut.toString());
  }

  @Test
  void shotsKeepAwayFromDissolves() {
    List<SceneBegin> begins =
        List.of(
            new SceneBegin(0, 0),
            new SceneBegin(20_000, 1_200),
            new SceneBegin(24_000, 800),
            new SceneBegin(40_000, 0));
    ResponseScores scores = scores(s -> s >= 20 && s < 24 ? 0.5 : 0);
    List<Shot> cut = shots(begins, scores, cut(6_000, 2, 1_000, 4_000), SILENT);
    assertTrue(cut.contains(new Shot(20_600, 23_600)), cut.toString());
    for (Shot shot : cut) {
      assertTrue(shared(shot, new Shot(19_400, 20_600)) == 0, shot.toString());
    }
  }

  @Test
  void shotsBeginAndEndInPausesOfTheSound() {
    byte[] levels = new byte[SECONDS * 10];
    Arrays.fill(levels, (byte) -20);
    for (int pause : new int[] {97, 98, 99, 138, 139, 140, 141}) {
      levels[pause] = -50;
    }
    SoundPauses pauses = SoundPauses.of(levels);
    ResponseScores scores = scores(s -> s >= 10 && s < 14 ? 0.5 : 0);
    List<SceneBegin> one = begins(List.of(0));
    List<Shot> cut = shots(one, scores, cut(4_000, 1, 1_000, 6_000), pauses);
    assertEquals(List.of(new Shot(9_900, 14_000)), cut);
    CutBorders borders = new CutBorders(one, SECONDS * 1000, pauses);
    assertEquals(ShotEdge.PAUSE, borders.edge(9_900));
    assertEquals(ShotEdge.WITHIN, borders.edge(12_000));
    assertEquals(ShotEdge.SCENE, borders.edge(0));
  }

  @Test
  void whatIsLongerThanAllThatMayBeShownIsAsLongAsCanBe() {
    List<Shot> cut = shots(scores(s -> 0), cut(300_000, 40, 2_000, 20_000));
    assertEquals(SECONDS * 1000, cut.stream().mapToInt(Shot::lengthMs).sum(), 2_000);
  }

  @Test
  void threeHoursAreCutToFiveMinutes() {
    int seconds = 3 * 3600;
    List<Integer> scenes = new ArrayList<>();
    for (int at = 0; at < seconds * 1000; at += 4_321) {
      scenes.add(at);
    }
    ResponseScores scores =
        ResponseScores.of(
            ScriptedViewers.viewers(6, seconds, 5, s -> s % 600 < 6 ? 0.4 : 0),
            seconds,
            new ScoreSettings(Map.of(TrailerMeasure.SURPRISE, 1.0), 3, 0, 5));
    List<ScoredShot> cut =
        ShotChoice.choose(
            new CutBorders(begins(scenes), seconds * 1000, SILENT),
            scores,
            cut(300_000, 40, 2_000, 12_000));
    int length = cut.stream().mapToInt(one -> one.shot().lengthMs()).sum();
    assertEquals(300_000, length, 30_000);
    assertFalse(cut.stream().limit(5).anyMatch(one -> one.score() < 0), cut.toString());
  }

  private static ResponseScores scores(IntToDoubleFunction script) {
    return ResponseScores.of(
        ScriptedViewers.viewers(20, SECONDS, 11, script),
        SECONDS,
        new ScoreSettings(Map.of(TrailerMeasure.SURPRISE, 1.0), 1, 0, 5));
  }

  private static CutSettings cut(int lengthMs, int maxShots, int minShotMs, int maxShotMs) {
    return new CutSettings(
        lengthMs, maxShots, minShotMs, maxShotMs, false, ANY, false, List.of(), List.of());
  }

  private static List<Shot> shots(ResponseScores scores, CutSettings settings) {
    return shots(begins(SCENES), scores, settings, SILENT);
  }

  private static List<Shot> shots(
      List<SceneBegin> begins, ResponseScores scores, CutSettings settings, SoundPauses pauses) {
    return ShotChoice.choose(new CutBorders(begins, SECONDS * 1000, pauses), scores, settings)
        .stream()
        .map(ScoredShot::shot)
        .toList();
  }

  private static int scene(Shot shot) {
    return (int) SCENES.stream().filter(begin -> begin <= shot.beginMs()).count();
  }

  private static double sum(List<ScoredShot> shots) {
    return shots.stream().mapToDouble(one -> one.score() * one.shot().lengthMs()).sum();
  }

  private static List<SceneBegin> begins(List<Integer> cutsMs) {
    return cutsMs.stream().map(at -> new SceneBegin(at, 0)).toList();
  }

  private static double shared(Shot a, Shot b) {
    return Math.max(0, Math.min(a.endMs(), b.endMs()) - Math.max(a.beginMs(), b.beginMs()));
  }

  /** Intersection over union. */
  private static double overlap(Shot a, Shot b) {
    double shared = shared(a, b);
    return shared / (a.lengthMs() + b.lengthMs() - shared);
  }
}
