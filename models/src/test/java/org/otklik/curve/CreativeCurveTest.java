package org.otklik.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.otklik.emotion.EmotionGroup.NEGATIVE;
import static org.otklik.emotion.EmotionGroup.NEUTRAL;
import static org.otklik.emotion.EmotionGroup.POSITIVE;
import static org.otklik.timeline.ScoresFixture.second;
import static org.otklik.timeline.ScoresFixture.unseen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.EmotionGroup;
import org.otklik.emotion.EmotionScores;
import org.otklik.metric.KeyFigures;
import org.otklik.timeline.ScoresFixture;
import org.otklik.timeline.ViewerSecond;

class CreativeCurveTest {

  private static List<ViewerSecond> viewing(EmotionGroup... states) {
    List<ViewerSecond> seconds = new ArrayList<>();
    for (int i = 0; i < states.length; i++) {
      seconds.add(states[i] == null ? unseen(i) : second(i, states[i]));
    }
    return seconds;
  }

  private static EmotionGroup[] neutralExcept(int length, EmotionGroup state, int... at) {
    EmotionGroup[] states = new EmotionGroup[length];
    Arrays.fill(states, NEUTRAL);
    for (int second : at) {
      states[second] = state;
    }
    return states;
  }

  /** The curve of viewers who watched once. */
  private static List<CreativeSecond> curve(List<List<ViewerSecond>> viewings, int seconds) {
    return CreativeCurve.of(viewings.stream().map(List::of).toList(), seconds);
  }

  private static KeyFigures headlines(List<List<ViewerSecond>> viewings, int seconds) {
    return KeyFigures.of(viewings.stream().map(List::of).toList(), seconds);
  }

  @ParameterizedTest
  @CsvSource({"14048, 14", "14499, 14", "14500, 15", "200, 1", "20000, 20"})
  void tailUnderHalfASecondIsNoSecond(int durationMs, int seconds) {
    assertEquals(seconds, CreativeCurve.wholeSeconds(durationMs));
  }

  @Test
  void sharesCountOnlyThoseObserved() {
    List<CreativeSecond> curve =
        curve(
            List.of(
                viewing(POSITIVE),
                viewing(NEGATIVE),
                viewing(POSITIVE),
                viewing(NEUTRAL),
                viewing((EmotionGroup) null)),
            1);
    CreativeSecond second = curve.get(0);
    assertEquals(4, second.n());
    assertEquals(0.5, second.shares().get(POSITIVE).share(), 1e-9);
    assertEquals(25, second.eei(), 1e-9);
    assertTrue(second.shares().get(POSITIVE).low() < 0.5);
  }

  @Test
  void secondNobodyWasObservedInSaysNothing() {
    CreativeSecond second = curve(List.of(viewing(POSITIVE)), 2).get(1);
    assertEquals(0, second.n());
    assertTrue(second.shares().isEmpty());
    assertNull(second.meanScores());
    assertNull(second.meanValence());
    assertNull(second.surpriseShare());
    assertNull(second.eei());
  }

  @Test
  void secondsOutsideTheCreativeAreLeftOut() {
    List<ViewerSecond> seconds =
        List.of(second(-1, POSITIVE), second(0, NEUTRAL), second(1, POSITIVE));
    List<CreativeSecond> curve = curve(List.of(seconds), 1);
    assertEquals(1, curve.size());
    assertEquals(0, curve.get(0).eei(), 1e-9);
  }

  @Test
  void viewerOfTwoViewingsHasOneVote() {
    List<ViewerSecond> smiles = viewing(POSITIVE);
    List<ViewerSecond> calm = viewing(NEUTRAL);
    CreativeSecond second =
        CreativeCurve.of(List.of(List.of(smiles, calm), List.of(calm), List.of(smiles)), 1).get(0);
    assertEquals(3, second.n());
    assertEquals(0.5, second.shares().get(POSITIVE).share(), 1e-9);
    assertEquals(0.5, second.shares().get(NEUTRAL).share(), 1e-9);
    assertEquals(50, second.eei(), 1e-9);
    assertEquals((0.88 + 0.02) / 2, second.meanScores().probability(Emotion.HAPPINESS), 1e-9);
  }

  @Test
  void twoRecordingsOfOneViewerDoNotNarrowTheBand() {
    List<List<ViewerSecond>> viewings =
        List.of(viewing(POSITIVE), viewing(POSITIVE), viewing(NEGATIVE), viewing(NEUTRAL));
    CreativeSecond once = curve(viewings, 1).get(0);
    CreativeSecond twice =
        CreativeCurve.of(viewings.stream().map(viewing -> List.of(viewing, viewing)).toList(), 1)
            .get(0);
    assertEquals(once, twice);
  }

  @Test
  void secondRecordingOfOneViewerMakesNoMoment() {
    List<List<List<ViewerSecond>>> viewers = new ArrayList<>();
    List<ViewerSecond> frowns = viewing(neutralExcept(10, NEGATIVE, 7));
    viewers.add(List.of(frowns, frowns, frowns));
    viewers.add(List.of(viewing(neutralExcept(10, NEUTRAL))));
    viewers.add(List.of(viewing(neutralExcept(10, NEUTRAL))));
    assertEquals(List.of(), Moments.find(CreativeCurve.of(viewers, 10), POSITIVE));
  }

  @Test
  void viewingInWhichTheViewerWasNotSeenTakesNoPartInTheVote() {
    CreativeSecond second =
        CreativeCurve.of(List.of(List.of(viewing(POSITIVE), viewing((EmotionGroup) null))), 1)
            .get(0);
    assertEquals(1, second.n());
    assertEquals(1, second.shares().get(POSITIVE).share(), 1e-9);
  }

  @Test
  void flatCurveHasNoMoments() {
    List<List<ViewerSecond>> viewings = new ArrayList<>();
    for (int viewer = 0; viewer < 10; viewer++) {
      viewings.add(viewing(neutralExcept(10, NEUTRAL)));
    }
    assertEquals(List.of(), Moments.find(curve(viewings, 10), POSITIVE));
    assertEquals(List.of(), Moments.find(curve(List.of(), 10), POSITIVE));
  }

  @Test
  void adjacentSecondsMergeIntoOneMoment() {
    List<List<ViewerSecond>> viewings = new ArrayList<>();
    for (int viewer = 0; viewer < 4; viewer++) {
      viewings.add(viewing(neutralExcept(10, POSITIVE, 3, 4)));
    }
    viewings.add(viewing(neutralExcept(10, POSITIVE, 4)));
    List<Moment> moments = Moments.find(curve(viewings, 10), POSITIVE);
    assertEquals(List.of(new Moment(MomentKind.POSITIVE, 3, 5, 4, 1.0, 0.0)), moments);
    assertEquals(1, moments.get(0).rise(), 1e-9);
  }

  @Test
  void oneViewerOfSeveralIsNoMomentButTwoAre() {
    List<List<ViewerSecond>> viewings = new ArrayList<>();
    viewings.add(viewing(neutralExcept(10, NEGATIVE, 2, 7)));
    viewings.add(viewing(neutralExcept(10, NEGATIVE, 7)));
    viewings.add(viewing(neutralExcept(10, NEUTRAL)));
    viewings.add(viewing(neutralExcept(10, NEUTRAL)));
    List<Moment> moments = Moments.find(curve(viewings, 10), POSITIVE);
    assertEquals(List.of(new Moment(MomentKind.NEGATIVE, 7, 8, 7, 0.5, 0.0)), moments);
  }

  @Test
  void onlyViewerMakesMomentsAlone() {
    List<List<ViewerSecond>> viewings = List.of(viewing(neutralExcept(10, POSITIVE, 8, 9)));
    List<Moment> moments = Moments.find(curve(viewings, 10), POSITIVE);
    assertEquals(1, moments.size());
    assertEquals(8, moments.get(0).startSecond());
    assertEquals(10, moments.get(0).endSecond());
  }

  @Test
  void secondNobodyWasObservedInPartsMoments() {
    EmotionGroup[] states = neutralExcept(10, POSITIVE, 3, 5);
    states[4] = null;
    assertEquals(2, Moments.find(curve(List.of(viewing(states)), 10), POSITIVE).size());
  }

  @Test
  void secondsThatFewWatchedToAreInNoMomentAndNoPeak() {
    List<List<ViewerSecond>> viewings = new ArrayList<>();
    for (int viewer = 0; viewer < 10; viewer++) {
      EmotionGroup[] states = neutralExcept(10, POSITIVE, 4);
      for (int second = 8; viewer >= 4 && second < 10; second++) {
        states[second] = null;
      }
      viewings.add(viewing(states));
    }
    for (int viewer = 0; viewer < 4; viewer++) {
      viewings.set(viewer, viewing(neutralExcept(10, POSITIVE, 4, 8, 9)));
    }
    List<CreativeSecond> curve = curve(viewings, 10);
    assertEquals(4, curve.get(9).n());
    assertEquals(1, curve.get(9).shares().get(POSITIVE).share(), 1e-9);
    assertEquals(
        List.of(new Moment(MomentKind.POSITIVE, 4, 5, 4, 1.0, 0.0)), Moments.find(curve, POSITIVE));
    assertEquals(
        List.of(4),
        EmotionPeaks.top(curve, (emotion, second) -> true, 3).get(Emotion.HAPPINESS).stream()
            .map(EmotionPeak::second)
            .toList());
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "2, 1", "5, 3", "10, 5", "59, 30", "60, 30", "5000, 30"})
  void halfTheLargestBaseIsEnoughAndSoAreThirty(int largest, int minimum) {
    assertEquals(minimum, BaseSize.minimum(largest));
  }

  @Test
  void surpriseIsAMomentOfItsOwn() {
    List<ViewerSecond> seconds = new ArrayList<>(viewing(neutralExcept(10, NEUTRAL)));
    seconds.set(6, new ViewerSecond(6, 1, 1, ScoresFixture.mostly(Emotion.SURPRISE), POSITIVE));
    List<MomentKind> kinds =
        Moments.find(curve(List.of(seconds), 10), NEGATIVE).stream().map(Moment::kind).toList();
    assertEquals(List.of(MomentKind.POSITIVE, MomentKind.SURPRISE), kinds);
  }

  @Test
  void riseOfAGroupThatIsSurpriseIsOneMoment() {
    List<List<ViewerSecond>> viewings = new ArrayList<>();
    for (int viewer = 0; viewer < 6; viewer++) {
      List<ViewerSecond> seconds =
          new ArrayList<>(viewing(neutralExcept(12, POSITIVE, viewer < 4 ? 9 : 10)));
      surprise(seconds, 3);
      viewings.add(seconds);
    }
    assertEquals(
        List.of(MomentKind.SURPRISE, MomentKind.POSITIVE),
        Moments.find(curve(viewings, 12), POSITIVE).stream().map(Moment::kind).toList());
    assertEquals(
        3, Moments.find(curve(viewings, 12), NEGATIVE).size(), "of another group it is apart");
  }

  @Test
  void responseThatLastsMostOfTheCreativeIsAMoment() {
    List<List<ViewerSecond>> viewings = new ArrayList<>();
    for (int viewer = 0; viewer < 5; viewer++) {
      viewings.add(viewing(neutralExcept(12, POSITIVE, 4, 5, 6, 7, 8, 9, 10)));
    }
    assertEquals(
        List.of(new Moment(MomentKind.POSITIVE, 4, 11, 4, 1.0, 0.0)),
        Moments.find(curve(viewings, 12), POSITIVE));
  }

  @Test
  void momentOfSurpriseCountsThoseWhoAreMostOfAllSurprised() {
    List<List<ViewerSecond>> viewings = new ArrayList<>();
    for (int viewer = 0; viewer < 4; viewer++) {
      viewings.add(new ArrayList<>(viewing(neutralExcept(10, NEUTRAL))));
      // Of all four half surprised, half happy, but more the latter: nobody counts.
      EmotionScores both = EmotionScores.of(0.02, 0.02, 0.02, 0.46, 0.02, 0.44, 0.02);
      viewings.get(viewer).set(2, new ViewerSecond(2, 1, 1, both, POSITIVE));
    }
    surprise(viewings.get(0), 5);
    surprise(viewings.get(0), 8);
    surprise(viewings.get(1), 8);
    surprise(viewings.get(2), 8);
    List<CreativeSecond> curve = curve(viewings, 10);
    assertEquals(0, curve.get(2).surpriseShare(), 1e-9);
    assertEquals(0.25, curve.get(5).surpriseShare(), 1e-9);
    assertEquals(
        List.of(new Moment(MomentKind.SURPRISE, 8, 9, 8, 0.75, 0.0)),
        Moments.find(curve, POSITIVE).stream()
            .filter(one -> one.kind() == MomentKind.SURPRISE)
            .toList());
  }

  private static void surprise(List<ViewerSecond> viewing, int at) {
    viewing.set(at, new ViewerSecond(at, 1, 1, ScoresFixture.mostly(Emotion.SURPRISE), POSITIVE));
  }

  @Test
  void peaksOfAnEmotionLieApartAndTheStrongestComesFirst() {
    List<List<ViewerSecond>> viewings =
        List.of(
            viewing(neutralExcept(12, POSITIVE, 2, 3, 8)),
            viewing(neutralExcept(12, POSITIVE, 3, 8)),
            viewing(neutralExcept(12, POSITIVE, 3)));
    var top = EmotionPeaks.top(curve(viewings, 12), (emotion, second) -> true, 3);
    assertEquals(
        List.of(3, 8), top.get(Emotion.HAPPINESS).stream().map(EmotionPeak::second).toList());
    assertEquals(List.of(), top.get(Emotion.FEAR), "what never rises was never triggered");
    assertEquals(Emotion.values().length, top.size());
  }

  @Test
  void headlinesFollowTheirDefinitions() {
    List<List<ViewerSecond>> viewings =
        List.of(
            viewing(NEUTRAL, POSITIVE, NEUTRAL, POSITIVE),
            viewing(NEUTRAL, POSITIVE, null, NEUTRAL));
    KeyFigures headlines = headlines(viewings, 4);
    assertEquals(1, headlines.peak(), 1e-9);
    assertEquals(0.5, headlines.end(), 1e-9);
    assertEquals(0.75, headlines.impact(), 1e-9);
    assertEquals(3 / 7.0, headlines.expressiveness(), 1e-9);
    assertEquals(7 / 8.0, headlines.attention(), 1e-9);
    assertEquals(0, headlines.attraction(), 1e-9);
  }

  @Test
  void attractionIsTheShareOfSurprisedViewersInTheFirstSeconds() {
    ViewerSecond surprised =
        new ViewerSecond(2, 1, 1, ScoresFixture.mostly(Emotion.SURPRISE), POSITIVE);
    ViewerSecond tooLate =
        new ViewerSecond(8, 1, 1, ScoresFixture.mostly(Emotion.SURPRISE), POSITIVE);
    List<List<ViewerSecond>> viewings =
        List.of(
            List.of(surprised, tooLate),
            List.of(ScoresFixture.second(2, POSITIVE), tooLate),
            List.of(ScoresFixture.unseen(2), tooLate));
    KeyFigures headlines = headlines(viewings, 9);
    assertEquals(0.5, headlines.attraction(), 1e-9);
  }

  @Test
  void lookingAwayIsNoAttentionHoweverWellTheFaceIsSeen() {
    ViewerSecond away =
        new ViewerSecond(0, 1, 0.4, ScoresFixture.mostly(Emotion.HAPPINESS), POSITIVE);
    ViewerSecond tooDark = new ViewerSecond(1, 0, 1, null, null);
    List<List<ViewerSecond>> viewings =
        List.of(List.of(away, tooDark, ScoresFixture.second(2, NEUTRAL)));
    KeyFigures headlines = headlines(viewings, 3);
    assertEquals(2 / 3.0, headlines.attention(), 1e-9);
  }

  @Test
  void headlinesOfNothingAreUnknownAndNotZero() {
    assertEquals(new KeyFigures(null, null, null, null, null, null), headlines(List.of(), 4));
  }

  @Test
  void endIsUnknownWhenTheEndWasNotObserved() {
    List<List<ViewerSecond>> viewings = List.of(viewing(POSITIVE, POSITIVE, null, null));
    KeyFigures headlines = headlines(viewings, 4);
    assertNull(headlines.end());
    assertNull(headlines.impact());
    assertEquals(1, headlines.peak(), 1e-9);
  }
}
