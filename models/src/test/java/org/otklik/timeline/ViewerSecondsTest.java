package org.otklik.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.otklik.emotion.Emotion.ANGER;
import static org.otklik.emotion.Emotion.HAPPINESS;
import static org.otklik.emotion.Emotion.NEUTRAL;
import static org.otklik.emotion.Emotion.SADNESS;
import static org.otklik.timeline.ScoresFixture.missing;
import static org.otklik.timeline.ScoresFixture.observed;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.EmotionGroup;
import org.otklik.emotion.EmotionScores;

class ViewerSecondsTest {

  private static final SecondSettings AT_10_HZ = SecondSettings.standard(10);

  private static List<ViewerSecond> summarise(
      List<FrameSample> samples, int creativeStartMs, int durationMs) {
    return ViewerSeconds.summarise(
        samples, CreativeClock.startingAt(creativeStartMs, durationMs), durationMs, AT_10_HZ);
  }

  private static List<FrameSample> steady(int fromMs, int untilMs, int stepMs, Emotion emotion) {
    List<FrameSample> samples = new ArrayList<>();
    for (int timeMs = fromMs; timeMs < untilMs; timeMs += stepMs) {
      samples.add(observed(timeMs, emotion));
    }
    return samples;
  }

  @Test
  void steadyFaceFillsEverySecond() {
    List<ViewerSecond> seconds = summarise(steady(0, 3000, 100, HAPPINESS), 0, 3000);
    assertEquals(List.of(0, 1, 2), seconds.stream().map(ViewerSecond::second).toList());
    for (ViewerSecond second : seconds) {
      assertEquals(1, second.observedShare(), 1e-9);
      assertEquals(EmotionGroup.POSITIVE, second.state());
      assertEquals(0.88, second.scores().probability(HAPPINESS), 1e-9);
    }
  }

  @Test
  void otherThresholdsGiveTheSameSecondsOtherStates() {
    List<ViewerSecond> seconds = summarise(steady(0, 2000, 100, HAPPINESS), 0, 3000);
    SecondSettings strict = new SecondSettings(0.95, 0.5, 10, AT_10_HZ.polarity());
    List<ViewerSecond> restated = ViewerSeconds.restated(seconds, strict);
    assertEquals(EmotionGroup.NEUTRAL, restated.get(0).state());
    assertEquals(seconds.get(0).scores(), restated.get(0).scores());
    assertNull(restated.get(2).state(), "nothing was observed");
    assertEquals(seconds, ViewerSeconds.restated(restated, AT_10_HZ));
  }

  @Test
  void samplesCountByTheTimeTheyStandFor() {
    // 0..150 ms happy, 150..200 sad, 200..300 sad (limit of 200 ms not reached).
    List<FrameSample> samples =
        List.of(observed(0, HAPPINESS), observed(150, SADNESS), missing(300));
    SecondSettings lenient = new SecondSettings(0.5, 0.1, 10, AT_10_HZ.polarity());
    ViewerSecond second =
        ViewerSeconds.summarise(samples, CreativeClock.startingAt(0, 1000), 1000, lenient).get(0);
    assertEquals(0.3, second.observedShare(), 1e-9);
    assertEquals((0.88 + 0.02) / 2, second.scores().probability(HAPPINESS), 1e-9);
  }

  @Test
  void weightsAreCutAtTheBordersOfSeconds() {
    // The sample at 950 stands for 50 ms of second 0 and 50 ms of second 1.
    List<FrameSample> samples = new ArrayList<>(steady(0, 900, 100, NEUTRAL));
    samples.add(observed(950, SADNESS));
    samples.addAll(steady(1050, 2000, 100, NEUTRAL));
    List<ViewerSecond> seconds = summarise(samples, 0, 2000);
    double sadWeight = (seconds.get(1).scores().probability(SADNESS) - 0.02) / 0.86;
    assertEquals(0.05, sadWeight, 1e-9);
  }

  @Test
  void gapIsMissingAndNotNeutral() {
    List<FrameSample> samples = new ArrayList<>(steady(0, 1000, 100, HAPPINESS));
    samples.add(observed(1000, HAPPINESS));
    samples.addAll(steady(2000, 3000, 100, HAPPINESS));
    List<ViewerSecond> seconds = summarise(samples, 0, 3000);
    assertEquals(0.2, seconds.get(1).observedShare(), 1e-9, "two intervals at most");
    assertNull(seconds.get(1).state());
    assertNull(seconds.get(1).scores());
    assertNull(seconds.get(1).valence());
  }

  @Test
  void faceThatLeavesIsMissingFromThatSampleOn() {
    List<FrameSample> samples = new ArrayList<>(steady(0, 1000, 100, NEUTRAL));
    for (int timeMs = 1000; timeMs < 2000; timeMs += 100) {
      samples.add(missing(timeMs));
    }
    List<ViewerSecond> seconds = summarise(samples, 0, 2000);
    assertTrue(seconds.get(0).isObserved());
    assertEquals(0, seconds.get(1).observedShare(), 1e-9);
    assertFalse(seconds.get(1).isObserved());
  }

  @Test
  void halfOfASecondIsJustEnough() {
    List<FrameSample> samples = new ArrayList<>(steady(0, 500, 100, NEUTRAL));
    samples.add(missing(500));
    assertTrue(summarise(samples, 0, 1000).get(0).isObserved());
    samples.set(5, missing(499));
    assertFalse(summarise(samples, 0, 1000).get(0).isObserved());
  }

  @Test
  void variableFrameRateCountsTimeAndNotFrames() {
    // 30 happy frames in 0..300 ms, then few sad ones 175 ms apart until the end.
    List<FrameSample> samples = new ArrayList<>(steady(0, 300, 10, HAPPINESS));
    samples.addAll(steady(300, 1000, 175, SADNESS));
    ViewerSecond second = summarise(samples, 0, 1000).get(0);
    assertEquals(1, second.observedShare(), 1e-9);
    assertEquals(EmotionGroup.NEGATIVE, second.state());
  }

  @Test
  void lastPartialSecondIsAPartOfAWholeOne() {
    List<ViewerSecond> seconds = summarise(steady(0, 1300, 100, HAPPINESS), 0, 1300);
    assertEquals(2, seconds.size());
    assertEquals(0.3, seconds.get(1).observedShare(), 1e-9);
    assertFalse(seconds.get(1).isObserved());
  }

  @Test
  void lastSampleStandsUntilTheEndButNoLongerThanTwoIntervals() {
    assertEquals(
        0.95, summarise(steady(0, 1000, 100, NEUTRAL), 0, 950).get(0).observedShare(), 1e-9);
    assertEquals(0.2, summarise(List.of(observed(0, ANGER)), 0, 5000).get(0).observedShare(), 1e-9);
  }

  @ParameterizedTest
  @ValueSource(ints = {250, 400, 500, 700, 1000, 1500, 2000, 3000})
  void videoWithFewFramesIsObservedThroughout(int stepMs) {
    List<ViewerSecond> seconds = summarise(steady(0, 7000, stepMs, HAPPINESS), 0, 7000);
    for (ViewerSecond second : seconds) {
      assertEquals(1, second.observedShare(), 1e-9, "second " + second.second());
    }
  }

  @Test
  void sampleStandsNoLongerThanThreeSecondsHoweverSlowTheVideo() {
    List<ViewerSecond> seconds = summarise(steady(0, 20000, 10000, HAPPINESS), 0, 20000);
    for (ViewerSecond second : seconds) {
      assertEquals(second.second() % 10 < 3 ? 1 : 0, second.observedShare(), 1e-9);
    }
  }

  @Test
  void sampleMissingFromASlowVideoIsMissing() {
    List<FrameSample> samples = new ArrayList<>(steady(0, 8000, 1000, HAPPINESS));
    samples.remove(3);
    List<ViewerSecond> seconds = summarise(samples, 0, 8000);
    assertFalse(seconds.get(3).isObserved());
    assertEquals(7, seconds.stream().filter(ViewerSecond::isObserved).count());
  }

  @Test
  void slowVideoWithoutTheFaceIsNotObserved() {
    List<FrameSample> samples =
        List.of(observed(0, HAPPINESS), missing(500), missing(1000), observed(1500, HAPPINESS));
    List<ViewerSecond> seconds = summarise(samples, 0, 2000);
    assertEquals(0.5, seconds.get(0).observedShare(), 1e-9);
    assertEquals(0.5, seconds.get(1).observedShare(), 1e-9);
  }

  @Test
  void cameraThatSlowsDownInTheDarkIsObservedAtBothItsRates() {
    List<FrameSample> samples = new ArrayList<>(steady(0, 5000, 100, NEUTRAL));
    samples.addAll(steady(5000, 10000, 500, NEUTRAL));
    for (ViewerSecond second : summarise(samples, 0, 10000)) {
      assertTrue(second.isObserved(), second.toString());
    }
  }

  @Test
  void unevenFramesOfASlowVideoAreEnoughForEverySecond() {
    List<FrameSample> samples = new ArrayList<>();
    for (int timeMs = 0; timeMs < 10000; timeMs += 1000) {
      samples.add(observed(timeMs, HAPPINESS));
      samples.add(observed(timeMs + 400, HAPPINESS));
    }
    for (ViewerSecond second : summarise(samples, 0, 10000)) {
      assertTrue(second.observedShare() >= 0.8, second.toString());
    }
  }

  @Test
  void samplesAskedForLessOftenThanOnceASecondStandForTheirInterval() {
    SecondSettings slow = new SecondSettings(0.5, 0.5, 0.5, AT_10_HZ.polarity());
    List<ViewerSecond> seconds =
        ViewerSeconds.summarise(
            steady(0, 6000, 2000, HAPPINESS), CreativeClock.startingAt(0, 6000), 6000, slow);
    assertTrue(seconds.stream().allMatch(ViewerSecond::isObserved));
    assertEquals(6, seconds.size());
  }

  @Test
  void secondsCountFromTheCreativesStart() {
    List<ViewerSecond> seconds = summarise(steady(0, 3000, 100, HAPPINESS), 1500, 3000);
    assertEquals(List.of(-2, -1, 0, 1), seconds.stream().map(ViewerSecond::second).toList());
    assertEquals(0.5, seconds.get(0).observedShare(), 1e-9);
    assertEquals(1, seconds.get(1).observedShare(), 1e-9);
  }

  @Test
  void recordingThatBeganAfterTheCreativeStartsLate() {
    List<ViewerSecond> seconds = summarise(steady(0, 2000, 100, HAPPINESS), -2500, 2000);
    assertEquals(List.of(2, 3, 4), seconds.stream().map(ViewerSecond::second).toList());
  }

  @Test
  void recordingWithoutSamplesHasUnobservedSecondsAndAnEmptyOneHasNone() {
    assertEquals(2, summarise(List.of(), 0, 2000).size());
    assertFalse(summarise(List.of(), 0, 2000).get(0).isObserved());
    assertEquals(
        List.of(),
        ViewerSeconds.summarise(List.of(), CreativeClock.startingAt(0, 1000), 0, AT_10_HZ));
  }

  @Test
  void orderOfSamplesDoesNotMatter() {
    List<FrameSample> samples = new ArrayList<>(steady(0, 1000, 100, HAPPINESS));
    List<FrameSample> reversed = new ArrayList<>(samples);
    Collections.reverse(reversed);
    assertEquals(summarise(samples, 0, 1000), summarise(reversed, 0, 1000));
  }

  @Test
  void undecidedFaceIsNeutral() {
    EmotionScores undecided = EmotionScores.of(0.1, 0.1, 0.1, 0.35, 0.15, 0.05, 0.15);
    List<FrameSample> samples = new ArrayList<>();
    for (int timeMs = 0; timeMs < 1000; timeMs += 100) {
      samples.add(new FrameSample(timeMs, FrameOutcome.OBSERVED, undecided, true));
    }
    assertEquals(EmotionGroup.NEUTRAL, summarise(samples, 0, 1000).get(0).state());
  }

  @Test
  void scoresWithoutAnObservationAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new FrameSample(0, FrameOutcome.OBSERVED, null, true));
    assertThrows(
        IllegalArgumentException.class,
        () -> new FrameSample(0, FrameOutcome.NO_FACE, ScoresFixture.mostly(NEUTRAL), true));
  }

  /** The creative stood still for two seconds after 1.5 s: what was shown then is nobody's. */
  @Test
  void standstillOfTheCreativeBelongsToNoSecond() {
    List<FrameSample> samples = new ArrayList<>(steady(0, 1500, 100, HAPPINESS));
    samples.addAll(steady(1500, 3500, 100, ANGER));
    samples.addAll(steady(3500, 5000, 100, HAPPINESS));
    CreativeClock clock =
        new CreativeClock(
            List.of(
                new CreativeClock.Piece(0, 1500, 0), new CreativeClock.Piece(3500, 5000, 1500)));

    List<ViewerSecond> seconds = ViewerSeconds.summarise(samples, clock, 5000, AT_10_HZ);

    assertEquals(3, seconds.size());
    for (ViewerSecond second : seconds) {
      assertEquals(1, second.observedShare(), 1e-9);
      assertEquals(EmotionGroup.POSITIVE, second.state());
    }
  }

  @Test
  void stretchOfTheCreativeThatWasNotShownIsAGap() {
    CreativeClock clock =
        new CreativeClock(
            List.of(
                new CreativeClock.Piece(500, 1500, 0), new CreativeClock.Piece(1500, 2500, 3000)));

    List<ViewerSecond> seconds =
        ViewerSeconds.summarise(steady(0, 3000, 100, HAPPINESS), clock, 3000, AT_10_HZ);

    assertEquals(
        List.of(1.0, 0.0, 0.0, 1.0), seconds.stream().map(ViewerSecond::observedShare).toList());
  }
}
