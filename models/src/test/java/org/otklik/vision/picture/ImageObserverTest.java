package org.otklik.vision.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.emotion.Emotion;
import org.otklik.timeline.FrameOutcome;
import org.otklik.vision.FaceImageFixture;
import org.otklik.vision.FaceObserver;
import org.otklik.vision.VisionSettings;
import org.otklik.vision.face.QualityReason;
import org.otklik.vision.image.Frame;
import org.otklik.vision.image.QuarterTurn;

class ImageObserverTest {

  private static FaceObserver frames;
  private static ImageObserver pictures;

  @BeforeAll
  static void loadModels() {
    frames =
        FaceObserver.load(
            FaceImageFixture.DETECTOR,
            FaceImageFixture.CLASSIFIER,
            VisionSettings.STANDARD.withFacesPerFrame(64));
    pictures = new ImageObserver(frames);
  }

  @AfterAll
  static void closeModels() {
    frames.close();
  }

  private static ImageObservation observe(FaceImageFixture picture) {
    return pictures.observe(List.of(picture.frame(0))).get(0);
  }

  /**
   * No model so far knows the average face of fear, and this one takes that of disgust for anger.
   */
  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"FEAR", "DISGUST"})
  void portraitIsNamed(Emotion emotion) {
    ImageObservation seen =
        observe(new FaceImageFixture(640, 480).withFace(emotion, 320, 240, 200));
    assertEquals(ImageObservationOutcome.OBSERVED, seen.outcome());
    assertEquals(1, seen.faces());
    assertEquals(emotion, seen.scores().dominant());
    assertNull(seen.reason());
  }

  @ParameterizedTest
  @CsvSource({"48, 48", "64, 64", "40, 90"})
  void smallPictureOfAFaceHasALabel(int widthPx, int heightPx) {
    ImageObservation seen =
        observe(
            new FaceImageFixture(widthPx, heightPx)
                .withFace(Emotion.HAPPINESS, widthPx / 2, heightPx / 2, widthPx));
    assertEquals(Emotion.HAPPINESS, seen.scores().dominant(), seen.toString());
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "16, 16", "36, 36", "39, 90", "200, 8"})
  void iconIsNoFace(int widthPx, int heightPx) {
    assertEquals(
        ImageObservationOutcome.NO_FACE,
        observe(new FaceImageFixture(widthPx, heightPx)).outcome());
  }

  @Test
  void smallPictureWithoutAFoundFaceIsJudgedAsAWhole() {
    ImageObservation seen = observe(new FaceImageFixture(48, 48));
    assertEquals(ImageObservationOutcome.WHOLE_PICTURE, seen.outcome());
    assertEquals(0, seen.faces());
    assertEquals(1, Arrays.stream(seen.scores().toArray()).sum(), 1e-9);
  }

  @Test
  void largePictureWithoutAFaceHasNoEmotion() {
    ImageObservation seen = observe(new FaceImageFixture(1280, 960));
    assertEquals(ImageObservationOutcome.NO_FACE, seen.outcome());
    assertNull(seen.scores());
    assertNull(seen.box());
  }

  /** The face is larger than the frame, so the detector cannot see it as it is. */
  @Test
  void faceThatFillsTheFrameIsFoundFromFartherAway() {
    FaceImageFixture closeUp =
        new FaceImageFixture(600, 600).withFace(Emotion.NEUTRAL, 300, 290, 1200);
    assertTrue(
        frames.observe(List.of(closeUp.frame(0))).get(0).faces().isEmpty(),
        "found at once: the picture proves nothing");
    ImageObservation seen = observe(closeUp);
    assertEquals(ImageObservationOutcome.OBSERVED, seen.outcome());
    assertEquals(300, seen.box().centreXPx(), 60); // a twentieth of the face
    assertEquals(290, seen.box().centreYPx(), 60);
  }

  @ParameterizedTest
  @ValueSource(ints = {34, 37})
  void smallFaceOfALargePictureIsFoundAndPlaced(int facePx) {
    FaceImageFixture wide =
        new FaceImageFixture(1280, 960).withFace(Emotion.SURPRISE, 1000, 700, facePx);
    assertEquals(
        FrameOutcome.NO_FACE,
        frames.observe(List.of(wide.frame(0))).get(0).outcome(),
        "found at once: the picture proves nothing");
    ImageObservation seen = pictures.observe(List.of(wide.frame(0, 4 * 1280, 4 * 960))).get(0);
    assertEquals(1, seen.faces(), seen.toString());
    assertEquals(4 * 1000, seen.box().centreXPx(), 30, "in the source");
    assertEquals(4 * 700, seen.box().centreYPx(), 30);
  }

  @Test
  void largerFaceIsTheRow() {
    ImageObservation seen =
        observe(
            new FaceImageFixture(900, 500)
                .withFace(Emotion.SADNESS, 200, 250, 180)
                .withFace(Emotion.HAPPINESS, 620, 250, 320));
    assertEquals(2, seen.faces());
    assertEquals(Emotion.HAPPINESS, seen.scores().dominant());
  }

  @Test
  void darkFaceIsOfLowQuality() {
    ImageObservation seen =
        observe(
            new FaceImageFixture(640, 480).withFace(Emotion.NEUTRAL, 320, 240, 220).darkened(0.12));
    assertEquals(ImageObservationOutcome.LOW_QUALITY, seen.outcome());
    assertEquals(QualityReason.TOO_DARK, seen.reason());
    assertNull(seen.scores());
  }

  @Test
  void picturesObservedTogetherAreObservedAsAlone() {
    Frame none = new FaceImageFixture(1280, 960).frame(0);
    Frame face = new FaceImageFixture(640, 480).withFace(Emotion.ANGER, 320, 240, 220).frame(1);
    Frame small = new FaceImageFixture(48, 48).frame(2);
    List<ImageObservation> together = pictures.observe(List.of(none, face, small, face));
    assertEquals(
        List.of("NO_FACE", "OBSERVED", "WHOLE_PICTURE", "OBSERVED"),
        together.stream().map(one -> one.outcome().name()).toList());
    for (int i = 0; i < 4; i++) {
      Frame alone = List.of(none, face, small, face).get(i);
      assertEquals(pictures.observe(List.of(alone)).get(0).scores(), together.get(i).scores());
    }
  }

  @Test
  void farFacesBesideANearOneAreCounted() {
    FaceImageFixture group = new FaceImageFixture(1280, 720);
    group.withFace(Emotion.HAPPINESS, 220, 400, 260);
    for (int i = 0; i < 8; i++) {
      group.withFace(Emotion.NEUTRAL, 560 + 180 * (i % 4), 150 + 300 * (i / 4), 44);
    }
    assertTrue(
        frames.observe(List.of(group.frame(0))).get(0).faces().size() < 9,
        "found at once: the picture proves nothing");
    ImageObservation seen = observe(group);
    assertEquals(9, seen.faces());
    assertEquals(Emotion.HAPPINESS, seen.scores().dominant());
  }

  @Test
  void faceUpsideDownHasNoEmotion() {
    Frame upright =
        new FaceImageFixture(640, 480).withFace(Emotion.HAPPINESS, 320, 240, 200).frame(0);
    ImageObservation seen = pictures.observe(List.of(QuarterTurn.around(upright))).get(0);
    assertEquals(ImageObservationOutcome.LOW_QUALITY, seen.outcome(), seen.toString());
    assertEquals(QualityReason.NOT_UPRIGHT, seen.reason());
    assertNull(seen.scores());
  }

  /**
   * An ear or a fold of the skin may be an upright face to the detector: here it is a small one.
   */
  @Test
  void faceThatLiesHasNoEmotionThoughAPatternInItStands() {
    Frame lying =
        QuarterTurn.right(
            new FaceImageFixture(480, 640).withFace(Emotion.HAPPINESS, 240, 250, 240).frame(0));
    Frame pattern = new FaceImageFixture(640, 480).withFace(Emotion.NEUTRAL, 600, 440, 44).frame(0);
    byte[] bgr = lying.bgr().clone();
    for (int row = 400; row < 480; row++) {
      int from = 3 * (row * 640 + 560);
      System.arraycopy(pattern.bgr(), from, bgr, from, 3 * 80);
    }
    Frame picture = new Frame(0, 640, 480, 640, 480, bgr);
    assertTrue(frames.observe(List.of(picture)).get(0).faces().size() > 0, "nothing to be told");
    ImageObservation seen = pictures.observe(List.of(picture)).get(0);
    assertEquals(QualityReason.NOT_UPRIGHT, seen.reason(), seen.toString());
    assertNull(seen.scores());
  }

  /** One of a group may look upright by chance: here it is. */
  @Test
  void groupUpsideDownHasNoEmotionThoughOneOfItLooksUpright() {
    FaceImageFixture group = new FaceImageFixture(1280, 720);
    for (int i = 0; i < 4; i++) {
      group.withFace(Emotion.HAPPINESS, 200 + 290 * i, 540, 180);
    }
    Frame turned = QuarterTurn.around(group.frame(0)); // the faces are in its upper half now
    Frame other = new FaceImageFixture(1280, 720).withFace(Emotion.SADNESS, 640, 540, 200).frame(0);
    byte[] bgr = turned.bgr().clone();
    int half = bgr.length / 2;
    System.arraycopy(other.bgr(), half, bgr, half, half);
    ImageObservation seen =
        pictures.observe(List.of(new Frame(0, 1280, 720, 1280, 720, bgr))).get(0);
    assertEquals(5, seen.faces(), seen.toString());
    assertEquals(QualityReason.NOT_UPRIGHT, seen.reason());
    assertNull(seen.scores());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 128, 255})
  void plainPictureIsNoFace(int level) {
    for (int side : new int[] {48, 400}) {
      byte[] bgr = new byte[3 * side * side];
      Arrays.fill(bgr, (byte) level);
      ImageObservation seen =
          pictures.observe(List.of(new Frame(0, side, side, side, side, bgr))).get(0);
      assertEquals(ImageObservationOutcome.NO_FACE, seen.outcome(), side + ": " + seen);
    }
  }
}
