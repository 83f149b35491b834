package org.otklik.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.otklik.emotion.Emotion.ANGER;
import static org.otklik.emotion.Emotion.HAPPINESS;
import static org.otklik.emotion.Emotion.NEUTRAL;
import static org.otklik.timeline.ScoresFixture.missing;
import static org.otklik.timeline.ScoresFixture.observed;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.EmotionGroup;
import org.otklik.emotion.EmotionScores;

class CorrectedFramesTest {

  private static final EmotionScores ANGRY_AT_REST =
      EmotionScores.of(0.6, 0.05, 0.02, 0.01, 0.1, 0.02, 0.2);

  private static CorrectionSettings smoothing(int sigmaMs) {
    return new CorrectionSettings(BaselineMethod.NONE, null, sigmaMs);
  }

  private static final CorrectionSettings FIRST_FOUR =
      new CorrectionSettings(BaselineMethod.FIRST_SECONDS, 4, 0);
  private static final CorrectionSettings MEDIAN =
      new CorrectionSettings(BaselineMethod.WHOLE_MEDIAN, null, 0);

  private static FrameSample sample(int timeMs, EmotionScores scores) {
    return new FrameSample(timeMs, FrameOutcome.OBSERVED, scores, true);
  }

  private static List<FrameSample> resting(int fromMs, int untilMs) {
    List<FrameSample> samples = new ArrayList<>();
    for (int timeMs = fromMs; timeMs < untilMs; timeMs += 100) {
      samples.add(sample(timeMs, ANGRY_AT_REST));
    }
    return samples;
  }

  private static List<FrameSample> steady(int fromMs, int untilMs, Emotion emotion) {
    List<FrameSample> samples = new ArrayList<>();
    for (int timeMs = fromMs; timeMs < untilMs; timeMs += 100) {
      samples.add(observed(timeMs, emotion));
    }
    return samples;
  }

  private static CorrectedFrames correct(
      List<FrameSample> raw, int durationMs, CorrectionSettings settings) {
    return CorrectedFrames.of(raw, durationMs, 10, settings);
  }

  private static double probability(CorrectedFrames corrected, int timeMs, Emotion emotion) {
    return corrected.samples().stream()
        .filter(sample -> sample.mediaTimeMs() == timeMs)
        .findFirst()
        .orElseThrow()
        .scores()
        .probability(emotion);
  }

  @Test
  void nothingIsCorrectedUnlessAsked() {
    List<FrameSample> raw = resting(0, 3000);
    assertEquals(
        new CorrectedFrames(raw, BaselineState.OFF), correct(raw, 3000, CorrectionSettings.OFF));
  }

  @Test
  void angryLookingRestCountsAsAngerNoMoreAndASmileStillCounts() {
    List<FrameSample> raw = resting(0, 6000);
    raw.addAll(steady(6000, 8000, HAPPINESS));
    SecondSettings seconds = SecondSettings.standard(10);
    assertEquals(
        EmotionGroup.NEGATIVE,
        ViewerSeconds.summarise(raw, CreativeClock.startingAt(0, 8000), 8000, seconds)
            .get(5)
            .state());

    for (CorrectionSettings settings : List.of(FIRST_FOUR, MEDIAN)) {
      CorrectedFrames corrected = correct(raw, 8000, settings);
      assertEquals(BaselineState.REMOVED, corrected.baseline());
      List<EmotionGroup> states =
          ViewerSeconds.summarise(
                  corrected.samples(), CreativeClock.startingAt(0, 8000), 8000, seconds)
              .stream()
              .map(ViewerSecond::state)
              .toList();
      assertEquals(Collections.nCopies(6, EmotionGroup.NEUTRAL), states.subList(0, 6));
      assertEquals(Collections.nCopies(2, EmotionGroup.POSITIVE), states.subList(6, 8));
    }
  }

  @Test
  void viewerObservedTooLittleStaysUncorrectedAndThatIsSaid() {
    List<FrameSample> raw = resting(0, 1900);
    raw.addAll(steadyMissing(1900, 6000));
    CorrectedFrames corrected = correct(raw, 6000, FIRST_FOUR);
    assertEquals(new CorrectedFrames(raw, BaselineState.TOO_SHORT), corrected);
    assertEquals(BaselineState.TOO_SHORT, correct(raw, 6000, MEDIAN).baseline());
    assertEquals(BaselineState.TOO_SHORT, correct(List.of(), 6000, MEDIAN).baseline());
    raw.set(19, sample(1900, ANGRY_AT_REST));
    assertEquals(BaselineState.REMOVED, correct(raw, 6000, FIRST_FOUR).baseline());
  }

  private static List<FrameSample> steadyMissing(int fromMs, int untilMs) {
    List<FrameSample> samples = new ArrayList<>();
    for (int timeMs = fromMs; timeMs < untilMs; timeMs += 100) {
      samples.add(missing(timeMs));
    }
    return samples;
  }

  @Test
  void baselineIsTheObservedTimesAndNotTheFrames() {
    // Twenty angry frames in 200 ms, then a neutral face for the rest of the stretch.
    List<FrameSample> raw = new ArrayList<>();
    for (int timeMs = 0; timeMs < 200; timeMs += 10) {
      raw.add(observed(timeMs, ANGER));
    }
    raw.addAll(steady(200, 5000, NEUTRAL));
    double left = probability(correct(raw, 5000, FIRST_FOUR), 0, ANGER);
    double level = (0.2 * 0.88 + 3.8 * 0.02) / 4;
    assertEquals((0.88 - level) / (1 - level), left, 1e-9);
  }

  @Test
  void smoothingLessensASpikeWithoutMovingIt() {
    List<FrameSample> raw = new ArrayList<>(steady(0, 4000, NEUTRAL));
    raw.set(20, observed(2000, ANGER));
    CorrectedFrames corrected = correct(raw, 4000, smoothing(200));
    double peak = probability(corrected, 2000, ANGER);
    assertTrue(peak < 0.3 && peak > 0.15, "" + peak);
    for (int distance = 100; distance <= 600; distance += 100) {
      assertEquals(
          probability(corrected, 2000 - distance, ANGER),
          probability(corrected, 2000 + distance, ANGER),
          1e-12,
          "as early as late at " + distance);
      assertTrue(probability(corrected, 2000 - distance, ANGER) < peak);
    }
    assertEquals(0.02, probability(corrected, 2700, ANGER), 1e-12, "beyond three sigma");
  }

  @Test
  void steadyFaceStaysAsItIsUpToBothEnds() {
    CorrectedFrames corrected = correct(steady(0, 3000, HAPPINESS), 3000, smoothing(500));
    for (FrameSample sample : corrected.samples()) {
      assertEquals(0.88, sample.scores().probability(HAPPINESS), 1e-12);
    }
  }

  @Test
  void nothingIsLentAcrossMoreThanASecondAndMissingStaysMissing() {
    List<FrameSample> raw = new ArrayList<>(steady(0, 1000, HAPPINESS));
    raw.addAll(steadyMissing(1000, 2000));
    raw.addAll(steady(2000, 3000, NEUTRAL));
    CorrectedFrames far = correct(raw, 3000, smoothing(1000));
    assertEquals(raw, roundTrip(far, raw), "the face was away from 900 to 2000 ms");

    raw.set(10, observed(1000, HAPPINESS));
    CorrectedFrames near = correct(raw, 3000, smoothing(1000));
    assertTrue(probability(near, 2000, HAPPINESS) > 0.1, "1000 to 2000 ms is no more than 1 s");
    assertNull(near.samples().get(15).scores());
    assertEquals(FrameOutcome.NO_FACE, near.samples().get(15).outcome());
  }

  /** The raw samples where the corrected ones equal them but for rounding. */
  private static List<FrameSample> roundTrip(CorrectedFrames corrected, List<FrameSample> raw) {
    List<FrameSample> same = new ArrayList<>();
    for (int i = 0; i < raw.size(); i++) {
      FrameSample now = corrected.samples().get(i);
      boolean equal =
          now.outcome() == raw.get(i).outcome()
              && (now.scores() == null
                  || Math.abs(
                          now.scores().probability(HAPPINESS)
                              - raw.get(i).scores().probability(HAPPINESS))
                      < 1e-12);
      same.add(equal ? raw.get(i) : now);
    }
    return same;
  }

  @Test
  void closeSamplesWeighTheTimeTheyAreFor() {
    // Ten angry frames 10 ms apart amid neutral ones 100 ms apart are a tenth of a second.
    List<FrameSample> raw = new ArrayList<>(steady(0, 1000, NEUTRAL));
    for (int timeMs = 1000; timeMs < 1100; timeMs += 10) {
      raw.add(observed(timeMs, ANGER));
    }
    raw.addAll(steady(1100, 2100, NEUTRAL));
    double dense = probability(correct(raw, 2100, smoothing(300)), 900, ANGER);
    List<FrameSample> sparse = new ArrayList<>(steady(0, 2100, NEUTRAL));
    sparse.set(10, observed(1000, ANGER));
    double single = probability(correct(sparse, 2100, smoothing(300)), 900, ANGER);
    assertEquals(single, dense, 0.05);
  }

  @Test
  void smoothingComesFirstSoThatNoiseAboutRestIsNoEmotion() {
    // Anger flickers about its level; cut off at the level first, half of the flicker would stay.
    List<FrameSample> raw = new ArrayList<>();
    for (int timeMs = 0; timeMs < 8000; timeMs += 100) {
      double anger = timeMs % 200 == 0 ? 0.2 : 0.6;
      raw.add(sample(timeMs, EmotionScores.of(anger, 0, 0, 0, 0, 0, 1 - anger)));
    }
    double sharp = probability(correct(raw, 8000, FIRST_FOUR), 4100, ANGER);
    CorrectionSettings both = new CorrectionSettings(BaselineMethod.FIRST_SECONDS, 4, 300);
    double smooth = probability(correct(raw, 8000, both), 4100, ANGER);
    assertTrue(sharp > 0.3, "" + sharp);
    assertEquals(0, smooth, 0.01);
  }

  @Test
  void settingsThatMakeNoSenseAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new CorrectionSettings(BaselineMethod.FIRST_SECONDS, null, 0));
    assertThrows(
        IllegalArgumentException.class,
        () -> new CorrectionSettings(BaselineMethod.FIRST_SECONDS, 1, 0));
    assertThrows(
        IllegalArgumentException.class, () -> new CorrectionSettings(BaselineMethod.NONE, 5, 0));
    assertThrows(IllegalArgumentException.class, () -> smoothing(2001));
    assertThrows(IllegalArgumentException.class, () -> smoothing(-1));
  }
}
