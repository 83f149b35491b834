package org.otklik.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.otklik.emotion.EmotionGroup;
import org.otklik.emotion.EmotionScores;
import org.otklik.metric.Comparison.SecondDifference;
import org.otklik.statistics.Difference;
import org.otklik.statistics.FalseDiscovery;
import org.otklik.timeline.ViewerSecond;

class ComparisonTest {

  @Test
  void differenceOfIndicesHasThePOfTheExactTest() {
    Comparison comparison =
        compared(outcomes("a", 6, 2, 2), outcomes("b", 2, 2, 6), 0).orElseThrow();
    assertEquals(40 - 0, comparison.index().value(), 1e-9);
    assertEquals(10, comparison.index().firstN());
    assertEquals(exactP(8, 4, 8, 10, 4), comparison.index().p(), 0.015);
    // EmoNPS at 0.5: 60 - 20 - 10 = 30 against 20 - 20 - 30 = -30.
    assertEquals(60, comparison.emotionalNps().value(), 1e-9);
  }

  /** By enumeration: of so many outcomes, all ways to choose the first group's. */
  private static double exactP(int positive, int negative, int neutral, int n, int observed) {
    BigInteger asLarge = BigInteger.ZERO;
    BigInteger all = BigInteger.ZERO;
    for (int p = 0; p <= Math.min(n, positive); p++) {
      for (int q = 0; q <= Math.min(n - p, negative); q++) {
        if (n - p - q > neutral) {
          continue;
        }
        BigInteger ways =
            choose(positive, p).multiply(choose(negative, q)).multiply(choose(neutral, n - p - q));
        all = all.add(ways);
        if (Math.abs((p - q) - ((positive - p) - (negative - q))) >= observed) {
          asLarge = asLarge.add(ways);
        }
      }
    }
    return asLarge.doubleValue() / all.doubleValue();
  }

  private static BigInteger choose(int n, int k) {
    BigInteger ways = BigInteger.ONE;
    for (int i = 0; i < k; i++) {
      ways = ways.multiply(BigInteger.valueOf(n - i)).divide(BigInteger.valueOf(i + 1));
    }
    return ways;
  }

  @Test
  void viewersOfBothGroupsAreComparedWithThemselves() {
    ViewingSet first = outcomes("v", 6, 0, 0);
    ViewingSet second = outcomes("v", 0, 0, 6);
    Difference difference = compared(first, second, 0).orElseThrow().index();
    assertEquals(100, difference.value(), 1e-9);
    // All six must fall the same way: 2 of the 64 exchanges.
    assertEquals(2 / 64.0, difference.p(), 0.006);
    assertEquals(100, difference.low(), 1e-9);
    assertEquals(100, difference.high(), 1e-9);
  }

  @Test
  void groupIsNotDifferentFromItself() {
    ViewingSet group = outcomes("v", 5, 3, 2);
    Difference difference = compared(group, group, 0).orElseThrow().index();
    assertEquals(0, difference.value(), 1e-9);
    assertEquals(1, difference.p(), 1e-9);
  }

  @Test
  void intervalOfManyViewersAgreesWithTheNormalOne() {
    Difference difference =
        compared(outcomes("a", 240, 0, 160), outcomes("b", 160, 0, 240), 0).orElseThrow().index();
    double half = 1.96 * 100 * Math.sqrt(2 * 0.6 * 0.4 / 400);
    assertEquals(20 - half, difference.low(), 1);
    assertEquals(20 + half, difference.high(), 1);
    assertTrue(difference.p() < 0.001, difference.toString());
  }

  @Test
  void singleViewerLeavesTheIntervalOpen() {
    Difference difference =
        compared(outcomes("a", 1, 0, 0), outcomes("b", 3, 1, 1), 0).orElseThrow().index();
    assertTrue(Double.isInfinite(difference.low()) && Double.isInfinite(difference.high()));
    assertTrue(difference.p() > 0.3, difference.toString());
  }

  @Test
  void nothingIsComparedWithNobody() {
    assertTrue(compared(outcomes("a", 3, 0, 0), outcomes("b", 0, 0, 0), 0).isEmpty());
  }

  @Test
  void onlyTheSecondsThatDifferAreCalledDifferent() {
    Random random = new Random(1);
    ViewingSet first = watched("a", 30, second -> smiles(second == 3 ? 0.95 : 0.5, random));
    ViewingSet second = watched("b", 30, at -> smiles(at == 3 ? 0.05 : 0.5, random));
    List<SecondDifference> seconds = compared(first, second, 10).orElseThrow().seconds();
    assertEquals(10, seconds.size());
    assertEquals(
        List.of(3),
        seconds.stream()
            .filter(SecondDifference::isDifferent)
            .map(SecondDifference::second)
            .toList());
    assertTrue(seconds.get(3).difference().value() > 50, seconds.get(3).toString());
  }

  @Test
  void secondInWhichAGroupWasNotObservedIsLeftOut() {
    ViewingSet first = watched("a", 5, at -> at == 2 ? null : EmotionGroup.POSITIVE);
    ViewingSet second = watched("b", 5, at -> EmotionGroup.NEUTRAL);
    List<SecondDifference> seconds = compared(first, second, 4).orElseThrow().seconds();
    assertEquals(List.of(0, 1, 3), seconds.stream().map(SecondDifference::second).toList());
  }

  @Test
  void headlinesDifferByWhatTheyAreInEachGroup() {
    Random random = new Random(2);
    ViewingSet first = watched("a", 30, second -> smiles(second < 3 ? 0.95 : 0.3, random));
    ViewingSet second = watched("b", 30, at -> smiles(0.3, random));
    Map<ComparedKeyFigure, Difference> told =
        Comparison.of(first, second, 10, 8, 0.5, ResponseSettings.STANDARD)
            .orElseThrow()
            .headlines();
    KeyFigures of = headlines(first, 10);
    KeyFigures against = headlines(second, 8);
    assertEquals(
        of.attraction() - against.attraction(),
        told.get(ComparedKeyFigure.ATTRACTION).value(),
        1e-12);
    assertEquals(of.peak() - against.peak(), told.get(ComparedKeyFigure.PEAK).value(), 1e-12);
    assertEquals(of.end() - against.end(), told.get(ComparedKeyFigure.END).value(), 1e-12);
    assertEquals(of.impact() - against.impact(), told.get(ComparedKeyFigure.IMPACT).value(), 1e-12);
    Difference peak = told.get(ComparedKeyFigure.PEAK);
    assertTrue(peak.low() <= peak.value() && peak.value() <= peak.high(), peak.toString());
    assertTrue(peak.p() < 0.01, peak.toString());
  }

  @Test
  void groupsWithoutACommonTimeHaveNoPeakButAttention() {
    ViewingSet first = watched("a", 5, at -> EmotionGroup.POSITIVE);
    ViewingSet second = watched("b", 5, at -> EmotionGroup.NEUTRAL);
    Map<ComparedKeyFigure, Difference> told = compared(first, second, 0).orElseThrow().headlines();
    assertEquals(
        EnumSet.of(ComparedKeyFigure.EXPRESSIVENESS, ComparedKeyFigure.ATTENTION), told.keySet());
    assertEquals(1, told.get(ComparedKeyFigure.EXPRESSIVENESS).value());
  }

  /** The seconds of a creative of that length. */
  private static KeyFigures headlines(ViewingSet group, int length) {
    return KeyFigures.of(group.seconds().values(), length);
  }

  @Test
  void secondRecordingOfAViewerChangesNoSecondAndNoHeadline() {
    Random random = new Random(3);
    ViewingSet first = watched("a", 8, second -> smiles(second < 3 ? 0.95 : 0.3, random));
    ViewingSet second = watched("b", 8, at -> smiles(0.3, random));
    Map<String, List<List<ViewerSecond>>> twice = new HashMap<>(first.seconds());
    twice.compute("a0", (viewer, once) -> List.of(once.get(0), once.get(0)));
    List<Viewing> contacts = new ArrayList<>(first.contacts());
    contacts.add(first.contacts().get(0));
    Comparison before = compared(first, second, 10).orElseThrow();
    Comparison after = compared(new ViewingSet(contacts, twice), second, 10).orElseThrow();
    assertEquals(before.seconds(), after.seconds());
    for (ComparedKeyFigure one :
        List.of(ComparedKeyFigure.ATTRACTION, ComparedKeyFigure.PEAK, ComparedKeyFigure.END)) {
      assertEquals(before.headlines().get(one), after.headlines().get(one), one.name());
    }
  }

  @Test
  void valenceIsAveragedByViewer() {
    ViewingSet first = watched("a", 4, at -> EmotionGroup.POSITIVE);
    ViewingSet second = watched("b", 4, at -> EmotionGroup.NEUTRAL);
    double happy = scores(EmotionGroup.POSITIVE).valence();
    double calm = scores(EmotionGroup.NEUTRAL).valence();
    Difference difference = compared(first, second, 0).orElseThrow().meanValence();
    assertEquals(happy - calm, difference.value(), 1e-9);
  }

  @Test
  void orderOfViewersChangesNothing() {
    ViewingSet first = outcomes("a", 6, 2, 2);
    List<Viewing> backwards = new ArrayList<>(first.contacts());
    Collections.reverse(backwards);
    Map<String, List<List<ViewerSecond>>> seconds = new LinkedHashMap<>();
    backwards.stream()
        .map(Viewing::viewerKey)
        .filter(first.seconds()::containsKey)
        .forEach(viewer -> seconds.put(viewer, first.seconds().get(viewer)));
    ViewingSet second = outcomes("b", 2, 2, 6);
    assertEquals(
        compared(first, second, 0), compared(new ViewingSet(backwards, seconds), second, 0));
  }

  @Test
  void falseDiscoveriesAreCorrectedAsInThePaper() {
    double[] p = {
      0.0459, 0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.3240, 0.4262,
      0.5719, 0.6528, 0.7590, 1
    };
    double[] corrected = FalseDiscovery.corrected(p);
    assertEquals(4, IntStream.range(0, 15).filter(i -> corrected[i] <= 0.05).count());
    assertArrayEquals(
        new double[] {0.0015, 0.003, 0.0095, 0.035625, 0.0603},
        Arrays.copyOfRange(corrected, 1, 6),
        1e-12);
    assertEquals(0.0765, corrected[0], 1e-12);
    assertEquals(1, corrected[14], 1e-12);
  }

  private static Optional<Comparison> compared(ViewingSet first, ViewingSet second, int length) {
    return Comparison.of(first, second, length, length, 0.5, ResponseSettings.STANDARD);
  }

  /** Viewers with one contact of ten seconds each. */
  private static ViewingSet outcomes(String name, int positive, int negative, int neutral) {
    List<Viewing> contacts = new ArrayList<>();
    Map<String, List<List<ViewerSecond>>> seconds = new HashMap<>();
    for (int i = 0; i < positive + negative + neutral; i++) {
      String viewer = name + i;
      boolean isPositive = i < positive;
      boolean isNegative = !isPositive && i < positive + negative;
      ResponseType outcome =
          isPositive
              ? ResponseType.POSITIVE
              : isNegative ? ResponseType.NEGATIVE : ResponseType.NEUTRAL;
      contacts.add(
          new Viewing(viewer, outcome, null, 10, isPositive ? 10 : 0, isNegative ? 10 : 0, 1));
      seconds.put(viewer, List.of(List.of(second(0, EmotionGroup.NEUTRAL))));
    }
    contacts.add(Viewing.analysisFailed(name + "-failed"));
    return new ViewingSet(contacts, seconds);
  }

  private static ViewingSet watched(String name, int viewers, IntFunction<EmotionGroup> state) {
    List<Viewing> contacts = new ArrayList<>();
    Map<String, List<List<ViewerSecond>>> seconds = new HashMap<>();
    for (int i = 0; i < viewers; i++) {
      contacts.add(new Viewing(name + i, ResponseType.NEUTRAL, null, 10, 0, 0, 1));
      seconds.put(
          name + i,
          List.of(IntStream.range(0, 10).mapToObj(at -> second(at, state.apply(at))).toList()));
    }
    return new ViewingSet(contacts, seconds);
  }

  private static EmotionGroup smiles(double probability, Random random) {
    return random.nextDouble() < probability ? EmotionGroup.POSITIVE : EmotionGroup.NEUTRAL;
  }

  private static ViewerSecond second(int at, EmotionGroup state) {
    return state == null
        ? new ViewerSecond(at, 0, 0, null, null)
        : new ViewerSecond(at, 1, 1, scores(state), state);
  }

  private static EmotionScores scores(EmotionGroup state) {
    return switch (state) {
      case POSITIVE -> EmotionScores.of(0, 0, 0, 0.8, 0, 0, 0.2);
      case NEGATIVE -> EmotionScores.of(0.8, 0, 0, 0, 0, 0, 0.2);
      case NEUTRAL -> EmotionScores.of(0, 0, 0, 0.1, 0, 0, 0.9);
    };
  }
}
