package org.otklik.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.otklik.emotion.EmotionGroup.NEGATIVE;
import static org.otklik.emotion.EmotionGroup.NEUTRAL;
import static org.otklik.emotion.EmotionGroup.POSITIVE;
import static org.otklik.timeline.ScoresFixture.second;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.otklik.curve.CreativeCurve;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.EmotionGroup;
import org.otklik.emotion.Polarity;
import org.otklik.timeline.ViewerSecond;

class GroupResultTest {
  private final List<Viewing> contacts = new ArrayList<>();
  private final Map<String, List<List<ViewerSecond>>> seconds = new HashMap<>();

  /** A viewing whose first second lies so many seconds after the creative's beginning. */
  private void viewing(String viewer, int from, EmotionGroup... states) {
    List<ViewerSecond> viewing = new ArrayList<>();
    for (EmotionGroup state : states) {
      viewing.add(second(from + viewing.size(), state));
    }
    long positive = Arrays.stream(states).filter(POSITIVE::equals).count();
    long negative = Arrays.stream(states).filter(NEGATIVE::equals).count();
    ResponseType outcome =
        positive > negative
            ? ResponseType.POSITIVE
            : negative > 0 ? ResponseType.NEGATIVE : ResponseType.NEUTRAL;
    contacts.add(new Viewing(viewer, outcome, null, states.length, positive, negative, 1));
    seconds.computeIfAbsent(viewer, any -> new ArrayList<>()).add(viewing);
  }

  private GroupResult result(int creativeSeconds) {
    return GroupResult.calculate(
        new ViewingSet(contacts, seconds),
        creativeSeconds,
        ResponseSettings.STANDARD,
        Polarity.STANDARD);
  }

  @Test
  void secondsBeforeAndAfterTheCreativeCountNowhere() {
    viewing("a", -2, NEGATIVE, NEGATIVE, POSITIVE, POSITIVE, NEGATIVE);
    GroupResult result = result(2);
    assertEquals(Map.of(Emotion.HAPPINESS, 1.0), result.emotionShares());
    assertEquals(new KeyFigures(0.0, 1.0, 1.0, 1.0, 1.0, 1.0), result.headlines());
    assertTrue(result.meanValence() > 0.5, result.toString());
    assertEquals(2, result.curve().size());
    assertEquals(100, result.curve().get(1).eei(), 1e-9);
  }

  @Test
  void viewersArePersonsHoweverManyRecordingsThereAreOfThem() {
    viewing("a", 0, POSITIVE, NEUTRAL);
    viewing("a", 0, NEUTRAL, NEUTRAL);
    viewing("a", 0, NEUTRAL, NEUTRAL);
    viewing("b", 0, NEGATIVE, NEGATIVE);
    GroupResult result = result(2);
    assertEquals(2, result.score().viewers());
    assertEquals(2, result.curve().get(0).n());
    assertEquals(1, result.score().positive());
    assertEquals(2, result.score().neutral());
    assertEquals(0, result.score().eei(), 1e-9, "the index counts contacts");
    assertEquals(2, result.score().emotionalNps().orElseThrow().n(), "EmoNPS counts viewers");
  }

  @Test
  void headlinesAreThoseOfTheCurve() {
    viewing("a", 0, POSITIVE, NEUTRAL, POSITIVE);
    viewing("a", 0, NEUTRAL, NEUTRAL, NEUTRAL);
    viewing("b", 0, POSITIVE, NEGATIVE, POSITIVE);
    viewing("c", 0, POSITIVE, NEUTRAL, NEUTRAL);
    GroupResult result = result(3);
    assertEquals(
        result.curve().get(0).shares().get(POSITIVE).share(), result.headlines().peak(), 1e-9);
    assertEquals(
        result.curve().get(2).shares().get(POSITIVE).share(), result.headlines().end(), 1e-9);
    assertEquals(2.5 / 3, result.headlines().peak(), 1e-9);
    assertEquals(1.5 / 3, result.headlines().end(), 1e-9);
  }

  @Test
  void keyFiguresDoNotAskSecondsThatFewWatchedTo() {
    for (int viewer = 0; viewer < 9; viewer++) {
      viewing("v" + viewer, 0, viewer < 3 ? POSITIVE : NEUTRAL, NEUTRAL);
    }
    viewing("whole", 0, NEUTRAL, NEUTRAL, POSITIVE, POSITIVE);
    GroupResult result = result(4);
    assertEquals(5, result.minBase());
    assertEquals(0.3, result.headlines().peak(), 1e-9);
    assertNull(result.headlines().end());
    assertNull(result.headlines().impact());
    assertEquals(0.0, result(3).headlines().end(), 1e-9, "the one before the last");
  }

  @Test
  void intervalsBelongToTheFiguresThatAreToldWithoutThem() {
    for (int viewer = 0; viewer < 10; viewer++) {
      viewing("v" + viewer, 0, viewer < 6 ? POSITIVE : viewer < 8 ? NEGATIVE : NEUTRAL);
    }
    contacts.add(Viewing.analysisFailed("failed"));
    GroupScore score = result(1).score();
    assertEquals(40, score.eei(), 1e-9);
    assertEquals(30, score.emoNps(0.5), 1e-9);
    IndexInterval interval = score.eeiWithInterval().orElseThrow();
    assertEquals(score.eei(), interval.value(), 1e-9);
    assertEquals(1, score.excluded());
    assertEquals(interval.n(), score.positive() + score.negative() + score.neutral());
    assertEquals(result(1).curve().get(0).eei(), result(1).spreads().get(0).eei().mean(), 1e-9);
  }

  @Test
  void viewingsOfSeveralCreativesHaveNoCommonTime() {
    viewing("a", 0, POSITIVE, NEUTRAL);
    GroupResult result = result(0);
    assertEquals(List.of(), result.curve());
    assertEquals(List.of(), result.spreads());
    assertNull(result.headlines().peak());
    assertEquals(0.5, result.headlines().expressiveness(), 1e-9);
    assertEquals(0.5, result.emotionShares().get(Emotion.HAPPINESS), 1e-9);
  }

  @Test
  void nobodyHasNoFigures() {
    contacts.add(Viewing.analysisFailed("failed"));
    GroupResult result = result(4);
    assertNull(result.score().eei());
    assertNull(result.score().emoNps(0.5));
    assertTrue(result.score().eeiWithInterval().isEmpty());
    assertEquals(new KeyFigures(null, null, null, null, null, null), result.headlines());
    assertEquals(CreativeCurve.of(List.of(), 4), result.curve());
    assertNull(result.meanValence());
  }
}
