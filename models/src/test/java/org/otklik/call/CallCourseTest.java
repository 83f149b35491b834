package org.otklik.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.otklik.emotion.EmotionGroup;
import org.otklik.emotion.EmotionScores;
import org.otklik.emotion.Polarity;
import org.otklik.timeline.ViewerSecond;
import org.otklik.voice.VoiceScores;
import org.otklik.voice.VoiceSecond;

class CallCourseTest {
  // anger, disgust, fear, happiness, sadness, surprise, neutral
  private static final EmotionScores SMILE = EmotionScores.of(.02, .02, .02, .8, .02, .02, .1);
  private static final EmotionScores ANGER = EmotionScores.of(.8, .02, .02, .02, .02, .02, .1);
  private static final VoiceScores ANNOYED = new VoiceScores(.6, .1, .2, .1, .9);
  private static final VoiceScores GLAD = new VoiceScores(.05, .05, .2, .7, .4);

  private static ViewerSecond face(int second, double share, EmotionScores scores) {
    return new ViewerSecond(
        second, share, share, scores, scores == null ? null : EmotionGroup.NEUTRAL);
  }

  private static VoiceSecond voice(int second, double share, VoiceScores scores, Double agitation) {
    return new VoiceSecond(second, share, scores, share >= .25 ? scores.state() : null, agitation);
  }

  private static CallCourse course(List<ViewerSecond> faces, List<VoiceSecond> voices) {
    return CallCourse.of(faces, voices, Polarity.STANDARD);
  }

  /** By hand: face (.82, .1, .08), voice (.1, .2, .7), each half. */
  @Test
  void faceAndVoiceArePooledByTheirLogarithms() {
    CourseSecond second =
        course(List.of(face(3, 1, SMILE)), List.of(voice(3, 1, ANNOYED, null))).seconds().get(0);
    double positive = Math.sqrt(.82 * .1);
    double neutral = Math.sqrt(.1 * .2);
    double negative = Math.sqrt(.08 * .7);
    double whole = positive + neutral + negative;
    assertEquals(0.5, second.faceWeight());
    assertEquals(positive / whole, second.fused().positive(), 1e-9);
    assertEquals(neutral / whole, second.fused().neutral(), 1e-9);
    assertEquals(negative / whole, second.fused().negative(), 1e-9);
  }

  @Test
  void whoIsThereForLongerWeighsMore() {
    CourseSecond second =
        course(List.of(face(0, 1, SMILE)), List.of(voice(0, .25, ANNOYED, null))).seconds().get(0);
    assertEquals(0.8, second.faceWeight(), 1e-9);
    assertEquals(EmotionGroup.POSITIVE, second.fused().state());
  }

  @Test
  void certaintyOfOneIsNoVeto() {
    GroupProbabilities certain = new GroupProbabilities(1, 0, 0);
    GroupProbabilities other = new GroupProbabilities(0, 0, 1);
    assertEquals(0.5, certain.pooledWith(other, 0.5).positive(), 0.05);
  }

  @Test
  void whatIsMissingIsNeverNeutral() {
    CallCourse course =
        course(
            List.of(face(0, 1, SMILE), face(1, .2, null)),
            List.of(voice(1, 1, ANNOYED, .1), voice(2, .1, ANNOYED, .9)));
    assertEquals(List.of(0, 1), course.seconds().stream().map(CourseSecond::second).toList());
    assertNull(course.seconds().get(0).voice());
    assertNull(course.seconds().get(1).face());
    assertTrue(course.seconds().stream().allMatch(second -> second.fused() == null));
    assertEquals(List.of(), course.moments(), "a word alone is not judged");
  }

  @Test
  void momentsAreSecondsInARow() {
    List<ViewerSecond> faces = new ArrayList<>();
    IntStream.range(0, 10).forEach(second -> faces.add(face(second, 1, SMILE)));
    faces.set(5, face(5, 1, ANGER));
    faces.set(6, face(6, 1, ANGER));
    CallCourse course =
        course(
            faces,
            List.of(
                voice(0, 1, ANNOYED, .1), // a second alone
                voice(2, 1, ANNOYED, .35),
                voice(3, 1, ANNOYED, .5),
                voice(5, 1, GLAD, .0),
                voice(6, 1, GLAD, .0),
                voice(8, 1, ANNOYED, .6), // a gap
                voice(10, 1, ANNOYED, .6)));
    assertEquals(
        List.of(
            new CallMoment(CallMoment.Kind.SMILE_NEGATIVE_VOICE, 2, 4, .7),
            new CallMoment(CallMoment.Kind.AGITATION, 2, 4, .5),
            new CallMoment(CallMoment.Kind.NEGATIVE_FACE_POSITIVE_VOICE, 5, 7, .7)),
        course.moments().stream()
            .map(
                one ->
                    new CallMoment(
                        one.kind(),
                        one.fromSecond(),
                        one.untilSecond(),
                        Math.round(100 * one.strength()) / 100.0))
            .toList());
  }

  @Test
  void aCallInSmallHasGaps() {
    CallCourse course =
        course(List.of(face(0, 1, SMILE), face(1, 1, ANGER), face(9, 1, SMILE)), List.of());
    List<Double> tones = course.tones(CourseSecond::face, 5, 10);
    assertEquals((.74 + .04 - .86) / 2, tones.get(0), 1e-9);
    assertNull(tones.get(1));
    assertEquals(.74, tones.get(4), 1e-9);
  }

  @Test
  void beginningWorstAndEnd() {
    List<ViewerSecond> faces = new ArrayList<>();
    for (int second = 0; second < 60; second++) {
      faces.add(face(second, 1, second >= 20 && second < 25 ? ANGER : SMILE));
    }
    faces.set(59, face(59, 0, null));
    PeakAndEnd found = PeakAndEnd.ofFace(course(faces, List.of())).orElseThrow();
    assertEquals(.74, found.beginning(), 1e-9);
    assertEquals(.04 - .86, found.worst(), 1e-9);
    assertEquals(22, found.worstSecond());
    assertEquals(.74, found.end(), 1e-9);
    assertEquals(59, found.seconds());
    assertTrue(PeakAndEnd.ofVoice(course(faces, List.of())).isEmpty());
    assertTrue(PeakAndEnd.ofFace(course(faces.subList(0, 14), List.of())).isEmpty());
  }
}
