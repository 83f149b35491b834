package org.otklik.analysis.frame;

import java.util.List;
import org.otklik.emotion.EmotionScores;
import org.otklik.timeline.FrameOutcome;
import org.otklik.vision.face.FaceBox;
import org.otklik.vision.face.QualityReason;

/**
 * One sampled frame of a recording as it is shown.
 *
 * @param outcome what the frame says of the viewer
 * @param reason why the viewer's face was not used; null unless LOW_QUALITY
 * @param box the viewer's face in pixels of the upright frame, or null
 * @param scores null unless OBSERVED
 * @param others faces that are not the viewer's
 */
public record ViewingFrame(
    int mediaTimeMs,
    FrameOutcome outcome,
    QualityReason reason,
    FaceBox box,
    EmotionScores scores,
    List<FaceBox> others) {}
