package org.otklik.camera;

import java.util.EnumMap;
import java.util.Map;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.EmotionGroup;
import org.otklik.emotion.EmotionScores;
import org.otklik.emotion.Polarity;
import org.otklik.vision.FaceObservation;
import org.otklik.vision.face.FaceBox;
import org.otklik.vision.face.QualityReason;

/**
 * A face in an image.
 *
 * @param box in pixels of the image
 * @param reason why it cannot be judged; null where it can
 * @param emotions probability of each, 0..1; null where it cannot be judged
 * @param groups the same by groups, as in a campaign with standard settings; likewise
 */
public record LiveFace(
    FaceBox box,
    QualityReason reason,
    Map<Emotion, Double> emotions,
    Map<EmotionGroup, Double> groups) {
  public static LiveFace of(FaceObservation seen) {
    EmotionScores scores = seen.scores();
    if (scores == null) {
      return new LiveFace(seen.face().box(), seen.reason(), null, null);
    }
    Map<Emotion, Double> emotions = new EnumMap<>(Emotion.class);
    for (Emotion emotion : Emotion.values()) {
      emotions.put(emotion, scores.probability(emotion));
    }
    Map<EmotionGroup, Double> groups = new EnumMap<>(EmotionGroup.class);
    for (EmotionGroup group : EmotionGroup.values()) {
      groups.put(group, scores.groupProbability(group, Polarity.STANDARD));
    }
    return new LiveFace(seen.face().box(), seen.reason(), emotions, groups);
  }
}
