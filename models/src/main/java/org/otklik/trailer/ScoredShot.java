package org.otklik.trailer;

/**
 * A shot with what speaks for it.
 *
 * @param score mean score of its time; null where a part of it has none
 * @param low mean of its seconds' lower limits; null with the score, or where a second has no
 *     interval
 * @param high null with {@code low}
 * @param viewers the fewest of any of its seconds
 * @param isOutstanding whether one of its seconds is above what chance gives
 */
public record ScoredShot(
    Shot shot, Double score, Double low, Double high, int viewers, boolean isOutstanding) {

  /** Of any stretch, chosen by whomever. */
  public static ScoredShot of(Shot shot, ResponseScores scores) {
    double sum = 0;
    double low = 0;
    double high = 0;
    boolean hasScore = true;
    boolean hasInterval = true;
    boolean isOutstanding = false;
    int viewers = Integer.MAX_VALUE;
    int last = scores.seconds().size() - 1;
    for (int second = shot.beginMs() / 1000; second * 1000 < shot.endMs(); second++) {
      SecondScore one = scores.seconds().get(Math.min(second, last));
      int share =
          Math.min(shot.endMs(), (second + 1) * 1000) - Math.max(shot.beginMs(), second * 1000);
      viewers = Math.min(viewers, one.viewers());
      hasScore &= one.score() != null;
      hasInterval &= one.low() != null;
      if (one.score() != null) {
        sum += one.score() * share;
        isOutstanding |= scores.isAnythingOutstanding() && one.score() > scores.chanceLevel();
      }
      if (one.low() != null) {
        low += one.low() * share;
        high += one.high() * share;
      }
    }
    double length = shot.lengthMs();
    return new ScoredShot(
        shot,
        hasScore ? sum / length : null,
        hasScore && hasInterval ? low / length : null,
        hasScore && hasInterval ? high / length : null,
        viewers,
        isOutstanding);
  }
}
