package org.otklik.trailer;

import java.util.ArrayList;
import java.util.List;

/**
 * How strongly viewers would respond to a trailer, if they responded to its shots as they did
 * within the creative. That is an estimate: nobody has seen the trailer, and what comes before a
 * shot matters.
 */
public final class TrailerEstimate {
  private static final int SECOND_MS = 1000;

  private TrailerEstimate() {}

  /**
   * One a second of the trailer, of what is shown in it; the last one may be a part of a second.
   * Scores and limits are the means over that time, the viewers the fewest of any second.
   *
   * @param shots in the order of the trailer
   * @param scores of the creative
   */
  public static List<SecondScore> of(List<Shot> shots, ResponseScores scores) {
    List<SecondScore> seconds = new ArrayList<>();
    List<ScoredShot> pieces = new ArrayList<>();
    int leftMs = SECOND_MS;
    for (Shot shot : shots) {
      int at = shot.beginMs();
      while (at < shot.endMs()) {
        int until = Math.min(shot.endMs(), at + leftMs);
        pieces.add(ScoredShot.of(new Shot(at, until), scores));
        leftMs -= until - at;
        at = until;
        if (leftMs == 0) {
          seconds.add(mean(seconds.size(), pieces));
          pieces.clear();
          leftMs = SECOND_MS;
        }
      }
    }
    if (!pieces.isEmpty()) {
      seconds.add(mean(seconds.size(), pieces));
    }
    return seconds;
  }

  private static SecondScore mean(int second, List<ScoredShot> pieces) {
    int viewers = pieces.stream().mapToInt(ScoredShot::viewers).min().orElse(0);
    if (pieces.stream().anyMatch(piece -> piece.score() == null)) {
      return new SecondScore(second, null, null, null, viewers);
    }
    boolean hasInterval = pieces.stream().noneMatch(piece -> piece.low() == null);
    double score = 0;
    double low = 0;
    double high = 0;
    double length = 0;
    for (ScoredShot piece : pieces) {
      int ms = piece.shot().lengthMs();
      length += ms;
      score += ms * piece.score();
      low += hasInterval ? ms * piece.low() : 0;
      high += hasInterval ? ms * piece.high() : 0;
    }
    return new SecondScore(
        second,
        score / length,
        hasInterval ? low / length : null,
        hasInterval ? high / length : null,
        viewers);
  }
}
