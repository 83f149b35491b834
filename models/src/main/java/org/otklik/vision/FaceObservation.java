package org.otklik.vision;

import org.otklik.emotion.EmotionScores;
import org.otklik.timeline.FrameOutcome;
import org.otklik.vision.face.DetectedFace;
import org.otklik.vision.face.FaceQuality;
import org.otklik.vision.face.QualityReason;

/**
 * One face of one frame.
 *
 * @param outcome OBSERVED or LOW_QUALITY
 * @param reason null unless LOW_QUALITY
 * @param scores null unless OBSERVED
 * @param recheckScore how sure the detector is of it at second sight, 0..1; null where it did not
 *     look again
 * @param isAttentive whether it is turned to the screen, be it fit to be judged or not
 */
public record FaceObservation(
    DetectedFace face,
    FrameOutcome outcome,
    QualityReason reason,
    EmotionScores scores,
    FaceQuality quality,
    Float recheckScore,
    boolean isAttentive) {}
