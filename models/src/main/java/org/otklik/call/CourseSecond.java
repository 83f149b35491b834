package org.otklik.call;

import org.otklik.emotion.Polarity;
import org.otklik.timeline.ViewerSecond;
import org.otklik.voice.VoiceSecond;

/**
 * A second of a call: what face and voice show. What is missing is null, never neutral.
 *
 * @param second since the call began
 * @param face null where too little of the face was observed
 * @param voice null where too little is spoken
 * @param agitation of the voice, above the speaker's own median, −1..1; null where it is not known
 * @param faceWeight of the face in {@code fused}, 0..1; null without it
 * @param fused both; null unless both are there
 */
public record CourseSecond(
    int second,
    GroupProbabilities face,
    GroupProbabilities voice,
    Double agitation,
    Double faceWeight,
    GroupProbabilities fused) {

  /**
   * Each is weighted by the part of the second in which it was there.
   *
   * @param face null where there is none
   * @param voice null where there is none
   */
  static CourseSecond of(int second, ViewerSecond face, VoiceSecond voice, Polarity polarity) {
    boolean isSeen = face != null && face.isObserved();
    boolean isHeard = voice != null && voice.state() != null;
    GroupProbabilities seen = isSeen ? GroupProbabilities.of(face.scores(), polarity) : null;
    GroupProbabilities heard = isHeard ? GroupProbabilities.of(voice.scores()) : null;
    Double agitation = isHeard ? voice.agitation() : null;
    if (!isSeen || !isHeard) {
      return new CourseSecond(second, seen, heard, agitation, null, null);
    }
    double weight = face.observedShare() / (face.observedShare() + voice.heardShare());
    return new CourseSecond(second, seen, heard, agitation, weight, seen.pooledWith(heard, weight));
  }
}
