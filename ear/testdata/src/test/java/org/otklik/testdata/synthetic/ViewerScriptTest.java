package org.otklik.testdata.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.EmotionGroup;

class ViewerScriptTest {
  private final ViewerScript script =
      ViewerScript.neutral().feels(Emotion.HAPPINESS, 0.9, 2000, 5000).leaves(7000, 10_000);

  @Test
  void anExpressionArisesStaysAndPasses() {
    assertEquals(1, script.at(1999).probability(Emotion.NEUTRAL), 1e-9);
    assertEquals(0.45, script.at(2400).probability(Emotion.HAPPINESS), 1e-9);
    assertEquals(0.9, script.at(2800).probability(Emotion.HAPPINESS), 1e-9);
    assertEquals(0.9, script.at(4900).probability(Emotion.HAPPINESS), 1e-9);
    assertEquals(1, script.at(5800).probability(Emotion.NEUTRAL), 1e-9);
  }

  @Test
  void tellsTheGroupToBeFound() {
    assertEquals(EmotionGroup.NEUTRAL, script.groupAt(0));
    assertEquals(EmotionGroup.POSITIVE, script.groupAt(3500));
    assertEquals(EmotionGroup.NEUTRAL, script.groupAt(6000));
  }

  @Test
  void secondsWithATransitionAreNotSettled() {
    assertTrue(script.isSettled(1));
    assertFalse(script.isSettled(2));
    assertTrue(script.isSettled(3));
    assertFalse(script.isSettled(5));
    assertFalse(script.isSettled(7), "leaving");
    assertTrue(script.isSettled(8), "away");
  }

  @Test
  void anAbsentViewerIsNotPresent() {
    assertTrue(script.isPresentAt(7000));
    assertFalse(script.isPresentAt(7300));
    assertEquals(1, script.awayAt(8500));
    assertFalse(script.isPresentAt(9700));
    assertTrue(script.isPresentAt(10_000));
  }

  @Test
  void fearIsRefusedBecauseTheModelDoesNotKnowItOnTheseFaces() {
    assertThrows(
        IllegalArgumentException.class,
        () -> ViewerScript.neutral().feels(Emotion.FEAR, 1, 0, 1000));
  }
}
