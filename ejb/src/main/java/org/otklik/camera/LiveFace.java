package org.otklik.camera;

import java.util.Map;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.EmotionGroup;
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
    Map<EmotionGroup, Double> groups) {}
