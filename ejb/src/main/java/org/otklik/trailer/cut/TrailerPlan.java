package org.otklik.trailer.cut;

import java.util.List;
import org.otklik.trailer.CutBorders;
import org.otklik.trailer.ResponseScores;
import org.otklik.trailer.ScoredShot;
import org.otklik.trailer.SecondScore;
import org.otklik.trailer.TrailerEstimate;

/**
 * The shots that the viewers' responses propose.
 *
 * @param scores of the creative's seconds
 * @param shots in the order of the trailer; none where too few viewers were observed
 * @param borders what shots begin and end at
 * @param delay that the scores are calculated with
 */
public record TrailerPlan(
    ResponseScores scores, List<ScoredShot> shots, CutBorders borders, FaceDelay delay) {
  /** What viewers would show second by second of the trailer, estimated from the creative. */
  public List<SecondScore> estimate() {
    return TrailerEstimate.of(shots.stream().map(ScoredShot::shot).toList(), scores);
  }

  public int lengthMs() {
    return shots.stream().mapToInt(shot -> shot.shot().lengthMs()).sum();
  }
}
