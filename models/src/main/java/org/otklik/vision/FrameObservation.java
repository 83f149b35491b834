package org.otklik.vision;

import java.util.List;
import org.otklik.timeline.FrameOutcome;

/**
 * One frame, observed.
 *
 * @param outcome OBSERVED if any face could be judged; LOW_QUALITY if there are faces and none
 *     could; NO_FACE; UNDECODABLE
 * @param faces the largest first; empty for the last two outcomes
 */
public record FrameObservation(
    int mediaTimeMs, FrameOutcome outcome, List<FaceObservation> faces) {}
