package org.otklik.vision;

import java.util.List;
import org.otklik.timeline.FrameOutcome;
import org.otklik.vision.face.TurnScores;
import org.otklik.vision.image.LumaGrid;

/**
 * One frame, observed.
 *
 * @param outcome OBSERVED if any face could be judged; LOW_QUALITY if there are faces and none
 *     could; NO_FACE; UNDECODABLE
 * @param faces the largest first; empty for the last two outcomes
 * @param grid by which it is seen whether anything moves; null where UNDECODABLE
 * @param turns whether it has faces when it is turned; null where that was not looked at
 */
public record FrameObservation(
    int mediaTimeMs,
    FrameOutcome outcome,
    List<FaceObservation> faces,
    LumaGrid grid,
    TurnScores turns) {

  FrameObservation withTurns(TurnScores scores) {
    return new FrameObservation(mediaTimeMs, outcome, faces, grid, scores);
  }
}
