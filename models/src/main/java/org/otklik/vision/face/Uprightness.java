package org.otklik.vision.face;

import java.util.List;

/**
 * Tells whether faces lie on their side or stand upside down, by how sure the detector is of them
 * in each turn. It is nearly as sure of many faces upside down, but surer of upright ones: of 625
 * photographs in three. Decision 71 has the measurements.
 */
public final class Uprightness {
  public static final int UPRIGHT = 0;

  /** Least score, in one turn, of a frame that tells something. */
  private static final double MIN_SCORE = 0.9;

  /** Of several looks so many have to tell something: one may meet a pattern, or half a face. */
  private static final int MIN_TELLING = 2;

  /** Least mean advantage of a turn, in log-odds. */
  private static final double MIN_ADVANTAGE = 0.6;

  /** Share of the frames that tell something in which the turn has to be the better one. */
  private static final double MIN_SHARE = 0.75;

  /** Scores nearer to 0 or 1 differ by rounding only. */
  private static final double NEAREST = 0.0005;

  private static final int TURNS = 4;
  private static final int QUARTER = 90;

  private Uprightness() {}

  /**
   * The clockwise turn that makes the faces upright: 0, 90, 180 or 270.
   *
   * @param looks at one face or more, or at frames from all over a recording
   */
  public static int neededTurn(List<TurnScores> looks) {
    List<TurnScores> telling = looks.stream().filter(Uprightness::tells).toList();
    int best = 0;
    double greatest = 0;
    for (int turn = 1; turn < TURNS; turn++) {
      double advantage = advantage(telling, turn);
      if (advantage > greatest) {
        best = turn;
        greatest = advantage;
      }
    }
    boolean areEnough = telling.size() >= Math.min(MIN_TELLING, looks.size());
    return areEnough && greatest >= MIN_ADVANTAGE && share(telling, best) >= MIN_SHARE
        ? QUARTER * best
        : UPRIGHT;
  }

  private static boolean tells(TurnScores scores) {
    return Math.max(
            Math.max(scores.asItIs(), scores.right()), Math.max(scores.around(), scores.left()))
        >= MIN_SCORE;
  }

  private static double advantage(List<TurnScores> looks, int turn) {
    return looks.stream().mapToDouble(scores -> advantage(scores, turn)).average().orElse(0);
  }

  private static double share(List<TurnScores> looks, int turn) {
    return looks.stream()
        .mapToDouble(scores -> advantage(scores, turn) > 0 ? 1 : 0)
        .average()
        .orElse(0);
  }

  private static double advantage(TurnScores scores, int turn) {
    float turned =
        switch (turn) {
          case 1 -> scores.right();
          case 2 -> scores.around();
          default -> scores.left();
        };
    return logOdds(turned) - logOdds(scores.asItIs());
  }

  private static double logOdds(double score) {
    double bounded = Math.max(NEAREST, Math.min(1 - NEAREST, score));
    return Math.log(bounded / (1 - bounded));
  }
}
