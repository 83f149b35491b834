package org.otklik.vision.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.otklik.emotion.Emotion;
import org.otklik.vision.FaceImageFixture;
import org.otklik.vision.VisionSettings;
import org.otklik.vision.image.ColourOrder;
import org.otklik.vision.image.Frame;

/** Where heads are turned, and what follows from it. */
class HeadPoseTest {

  /**
   * Right, down, away from the camera, in millimetres about the middle of the face, at which the
   * camera looks: the head that the pose is fitted with.
   */
  private static final double[][] GENERIC = {
    {-31.5, -33, 0}, {31.5, -33, 0}, {0, 2, -28}, {-25.5, 32, -2}, {25.5, 32, -2}
  };

  /** Somebody else: eyes wider apart, a flatter and shorter nose, a wider mouth further down. */
  private static final double[][] OTHER = {
    {-34, -33, 1}, {34, -35, 0}, {1, -1, -25}, {-30, 34, 0}, {29, 35, 1}
  };

  private static final double FAR_MM = 1e7;

  /** A pinhole camera's picture of a head that is turned, and then tilted. */
  private static float[] picture(
      double[][] head, double yaw, double pitch, double roll, double distanceMm) {
    double y = Math.toRadians(-yaw);
    double p = Math.toRadians(-pitch);
    double r = Math.toRadians(roll);
    float[] landmarks = new float[10];
    for (int i = 0; i < head.length; i++) {
      double x0 = head[i][0];
      double y1 = head[i][1] * Math.cos(p) - head[i][2] * Math.sin(p);
      double z1 = head[i][1] * Math.sin(p) + head[i][2] * Math.cos(p);
      double x2 = x0 * Math.cos(y) + z1 * Math.sin(y);
      double z2 = -x0 * Math.sin(y) + z1 * Math.cos(y);
      double x3 = x2 * Math.cos(r) - y1 * Math.sin(r);
      double y3 = x2 * Math.sin(r) + y1 * Math.cos(r);
      double scale = 2 * distanceMm / (distanceMm + z2);
      landmarks[2 * i] = (float) (320 + scale * x3);
      landmarks[2 * i + 1] = (float) (180 + scale * y3);
    }
    return landmarks;
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0",
    "30, 0, 0",
    "-60, 0, 0",
    "0, 25, 0",
    "0, -40, 0",
    "35, 20, 0",
    "-35, -20, 0",
    "20, 15, 45",
    "-50, 30, -30",
    "0, 0, 90",
    "10, -10, 170"
  })
  void angleOfTheGenericHeadSeenFromAfarIsFoundAgain(double yaw, double pitch, double roll) {
    float[] landmarks = picture(GENERIC, yaw, pitch, roll, FAR_MM);
    HeadPose pose = HeadPose.of(landmarks);
    assertEquals(yaw, pose.yawDegrees(), 0.1);
    assertEquals(pitch, pose.pitchDegrees(), 0.1);
    assertEquals(roll, quality(landmarks).rollDegrees(), 0.1);
  }

  /** Before a notebook, half a metre away, the nose is nearer: it seems turned a little farther. */
  @ParameterizedTest
  @CsvSource({"0, 0", "30, 0", "-30, 20", "0, 25", "0, -25", "45, -20"})
  void nearTheCameraTheAngleIsFoundWithinSixDegrees(double yaw, double pitch) {
    HeadPose pose = HeadPose.of(picture(GENERIC, yaw, pitch, 10, 500));
    assertEquals(yaw, pose.yawDegrees(), 6);
    assertEquals(pitch, pose.pitchDegrees(), 6);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "30, 0", "-30, 20", "0, 25", "0, -25"})
  void anotherPersonsAngleIsFoundWithinTenDegrees(double yaw, double pitch) {
    HeadPose pose = HeadPose.of(picture(OTHER, yaw, pitch, -15, 600));
    assertEquals(yaw, pose.yawDegrees(), 10);
    assertEquals(pitch, pose.pitchDegrees(), 10);
  }

  @Test
  void drawnFaceThatLooksAtUsIsFoundToDoSo() {
    Frame frame = new FaceImageFixture(640, 360).withFace(Emotion.NEUTRAL, 320, 180, 220).frame(0);
    try (FaceDetector detector =
        FaceDetector.load(FaceImageFixture.DETECTOR, DetectionSettings.STANDARD)) {
      FaceQuality quality = quality(detector.detect(List.of(frame)).get(0).get(0).landmarksPx());
      assertEquals(0, quality.yawDegrees(), 6);
      assertEquals(0, quality.pitchDegrees(), 8);
      assertEquals(0, quality.rollDegrees(), 4);
      assertTrue(VisionSettings.STANDARD.isAttentive(quality));
    }
  }

  private static FaceQuality quality(float[] landmarks) {
    FaceCrop crop = new FaceCrop(48, 48, 110, ColourOrder.GREY, new byte[48 * 48], 0.5, 40, 100);
    DetectedFace face = new DetectedFace(new FaceBox(270, 120, 100, 120), landmarks, 1);
    return FaceQuality.of(face, crop, new FaceImageFixture(640, 360).frame(0));
  }

  @Test
  void gateAndAttentionGoByTheirOwnAngles() {
    VisionSettings settings = VisionSettings.STANDARD;
    // Looked at, glanced away, and turned away; to a side, and down.
    double[][] turned = {{20, 0}, {40, 0}, {-60, 0}, {0, -20}, {0, -35}, {0, -60}};
    for (int i = 0; i < turned.length; i++) {
      FaceQuality quality = quality(picture(GENERIC, turned[i][0], turned[i][1], 0, FAR_MM));
      boolean refused = i % 3 == 2;
      assertEquals(refused ? QualityReason.TURNED_AWAY : null, settings.refusal(quality));
      assertEquals(i % 3 == 0, settings.isAttentive(quality));
    }
  }

  @Test
  void eachGateHasItsReason() {
    VisionSettings settings = VisionSettings.STANDARD;
    assertNull(settings.refusal(new FaceQuality(100, 0.5, 100, 0, 0, 0)));
    assertEquals(QualityReason.TOO_SMALL, settings.refusal(new FaceQuality(20, 0.5, 100, 0, 0, 0)));
    assertEquals(QualityReason.TOO_DARK, settings.refusal(new FaceQuality(100, 0.1, 100, 0, 0, 0)));
    assertEquals(
        QualityReason.TOO_BRIGHT, settings.refusal(new FaceQuality(100, 0.95, 100, 0, 0, 0)));
    assertEquals(QualityReason.BLURRED, settings.refusal(new FaceQuality(100, 0.5, 1, 0, 0, 0)));
    // A head laid on its side is neither turned away nor inattentive.
    FaceQuality lying = quality(picture(GENERIC, 0, 0, 90, FAR_MM));
    assertNull(settings.refusal(lying));
    assertTrue(settings.isAttentive(lying));
    assertFalse(settings.isAttentive(quality(picture(GENERIC, 31, 0, 0, FAR_MM))));
  }
}
