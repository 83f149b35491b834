package org.otklik.vision.face;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The scores are the detector's own, of recordings upright and turned. */
class UprightnessTest {

  @Test
  void frameThatNeedsATurnIsFoundByTheSurerFace() {
    assertEquals(
        180,
        Uprightness.neededTurn(
            List.of(
                new TurnScores(0.858f, 0.43f, 0.989f, 0.27f),
                new TurnScores(0.952f, 0.66f, 0.986f, 0.68f),
                new TurnScores(0.962f, 0.82f, 0.983f, 0.49f),
                new TurnScores(0.94f, 0.37f, 0.99f, 0.47f))));
    assertEquals(
        270,
        Uprightness.neededTurn(
            List.of(
                new TurnScores(0.29f, 0.86f, 0.3f, 0.992f),
                new TurnScores(0.6f, 0.936f, 0.81f, 0.986f),
                new TurnScores(0.9f, 0.96f, 0.5f, 0.985f))));
  }

  @Test
  void handBeforeTheFaceInSomeFramesIsNoReasonToTurn() {
    assertEquals(
        0,
        Uprightness.neededTurn(
            List.of(
                new TurnScores(0.98f, 0.55f, 0.98f, 0.58f),
                new TurnScores(0.98f, 0.67f, 0.83f, 0.44f),
                new TurnScores(0.95f, 0.53f, 0.97f, 0.45f),
                new TurnScores(0.93f, 0.51f, 0.92f, 0.54f),
                new TurnScores(0.94f, 0.44f, 0.53f, 0.45f))));
  }

  /** An upright face as wide as a phone's frame. */
  @Test
  void oneFrameOfManyIsNoReasonToTurn() {
    assertEquals(
        0,
        Uprightness.neededTurn(
            List.of(
                new TurnScores(0.756f, 0.83f, 0.68f, 0.71f),
                new TurnScores(0.873f, 0.85f, 0.954f, 0.8f),
                new TurnScores(0.832f, 0.72f, 0.77f, 0.79f))));
  }

  @Test
  void framesWithoutAFaceTellNothing() {
    assertEquals(0, Uprightness.neededTurn(List.of()));
    assertEquals(0, Uprightness.neededTurn(List.of(new TurnScores(0.2f, 0.5f, 0.1f, 0.75f))));
  }
}
