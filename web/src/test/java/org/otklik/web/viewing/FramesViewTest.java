package org.otklik.web.viewing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.otklik.analysis.frame.ViewingFrame;
import org.otklik.analysis.frame.ViewingFrames;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.EmotionScores;
import org.otklik.emotion.FaceMovement;
import org.otklik.emotion.FaceMovements;
import org.otklik.timeline.FrameOutcome;
import org.otklik.vision.face.FaceBox;
import org.otklik.vision.face.QualityReason;

class FramesViewTest {
  private static final FaceBox BOX = new FaceBox(10.4f, 20.5f, 99.6f, 120);
  private static final FaceBox OTHER = new FaceBox(500, 1, 30, 40);

  @Test
  void missingStaysMissingInEveryColumn() {
    EmotionScores happy =
        EmotionScores.of(new double[] {0.01, 0.01, 0.01, 0.9004, 0.02, 0.02, 0.0296})
            .withAffect(0.7, -0.1236)
            .withMovements(FaceMovements.of(0.8126, 0, 0, 0, 0));
    FramesView view =
        FramesView.of(
            new ViewingFrames(
                640,
                360,
                1000,
                10,
                List.of(
                    new ViewingFrame(0, FrameOutcome.OBSERVED, null, BOX, happy, List.of()),
                    new ViewingFrame(
                        100,
                        FrameOutcome.LOW_QUALITY,
                        QualityReason.BLURRED,
                        BOX,
                        null,
                        List.of(OTHER)),
                    new ViewingFrame(200, FrameOutcome.NO_FACE, null, null, null, List.of(OTHER)),
                    new ViewingFrame(300, FrameOutcome.UNDECODABLE, null, null, null, List.of())),
                null));

    assertEquals(List.of(0, 100, 200, 300), view.timesMs());
    assertEquals("OLNU", view.outcomes());
    assertEquals(Map.of(100, QualityReason.BLURRED), view.reasons());
    assertArrayEquals(new int[] {10, 21, 100, 120}, view.boxes().get(0));
    assertArrayEquals(view.boxes().get(0), view.boxes().get(1));
    assertNull(view.boxes().get(2));
    assertEquals(List.of(100, 200), List.copyOf(view.others().keySet()));
    assertArrayEquals(new int[] {500, 1, 30, 40}, view.others().get(200).get(0));
    assertEquals(Arrays.asList(900, null, null, null), view.emotions().get(Emotion.HAPPINESS));
    assertEquals(Arrays.asList(813, null, null, null), view.movements().get(FaceMovement.SMILE));
    assertEquals(Arrays.asList(0, null, null, null), view.movements().get(FaceMovement.MOUTH_OPEN));
    assertEquals(Arrays.asList(700, null, null, null), view.valence());
    assertEquals(Arrays.asList(-124, null, null, null), view.arousal());
  }
}
