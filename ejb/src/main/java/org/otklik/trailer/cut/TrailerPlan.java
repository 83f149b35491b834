package org.otklik.trailer.cut;

import java.util.List;
import org.otklik.trailer.ResponseScores;
import org.otklik.trailer.ScoredShot;

/**
 * The shots that the viewers' responses propose.
 *
 * @param shots in the order of the trailer; none where too few viewers were observed
 */
public record TrailerPlan(ResponseScores scores, List<ScoredShot> shots) {
  public int lengthMs() {
    return shots.stream().mapToInt(shot -> shot.shot().lengthMs()).sum();
  }
}
