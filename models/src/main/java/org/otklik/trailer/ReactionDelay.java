package org.otklik.trailer;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import org.otklik.timeline.ViewerSecond;

/**
 * By how much faces follow what is shown, told from a creative's cuts: a new picture is what
 * viewers respond to at a known time.
 *
 * <p>A viewer's change at the border of two seconds is by how much the probability of any
 * expression but neutral rises; where it falls it counts as none, since how long an expression
 * lasts is not known. An expression that sets in between two borders changes both, each by the part
 * that is nearer to it, so that changes read between borders in proportion have their largest value
 * where it sets in. The mean over cuts and viewers of such changes, at each delay, is compared with
 * that of as many times moved round the creative together: the highest of all delays in {@value
 * #TURNS} tries (max-T, as in {@link ResponseScores}). Where chance gives as much in one creative
 * of twenty, nothing is told.
 *
 * @param ms that faces are taken to be late
 * @param cuts how many it is told from
 */
public record ReactionDelay(int ms, int cuts) {
  /** Taken where nothing tells it. */
  public static final int STANDARD_MS = 1_000;

  private static final int MIN_CUTS = 5;
  private static final int MAX_MS = 3_000;
  private static final int STEP_MS = 250;
  private static final int TURNS = 400;
  private static final double CHANCE = 0.05;
  private static final double MS = 1000;

  /**
   * Null where it cannot be told: of few cuts, or by viewers who do not respond to them.
   *
   * @param viewers each viewer's viewings, each with its seconds
   * @param cutsMs where scenes begin, the first one left out
   */
  public static ReactionDelay estimate(
      Collection<List<List<ViewerSecond>>> viewers, int durationSeconds, List<Integer> cutsMs) {
    double[] changes = changes(viewers, durationSeconds);
    List<Integer> cuts =
        cutsMs.stream().filter(cut -> cut + MAX_MS <= durationSeconds * MS).toList();
    if (cuts.size() < MIN_CUTS) {
      return null;
    }
    double[] means = means(changes, cuts, 0);
    int best = highest(means);
    if (best < 0) {
      return null;
    }
    Random random = new Random(1); // the same viewers give the same answer
    int byChance = 0;
    for (int i = 0; i < TURNS; i++) {
      double[] moved = means(changes, cuts, (int) (random.nextDouble() * durationSeconds * MS));
      int at = highest(moved);
      byChance += at >= 0 && moved[at] >= means[best] ? 1 : 0;
    }
    double p = (1.0 + byChance) / (1 + TURNS);
    return p <= CHANCE ? new ReactionDelay(best * STEP_MS, cuts.size()) : null;
  }

  /** By border of seconds, the mean over viewers; NaN where nobody was seen on both sides. */
  private static double[] changes(
      Collection<List<List<ViewerSecond>>> viewers, int durationSeconds) {
    double[] sums = new double[durationSeconds];
    int[] counts = new int[durationSeconds];
    for (List<List<ViewerSecond>> viewings : viewers) {
      for (List<ViewerSecond> viewing : viewings) {
        double[] values = new double[durationSeconds];
        Arrays.fill(values, Double.NaN);
        for (ViewerSecond second : viewing) {
          if (second.second() >= 0 && second.second() < durationSeconds && second.isObserved()) {
            values[second.second()] = TrailerMeasure.ANY_RESPONSE.of(second);
          }
        }
        for (int border = 1; border < durationSeconds; border++) {
          double change = Math.max(0, values[border] - values[border - 1]);
          if (!Double.isNaN(change)) {
            sums[border] += change;
            counts[border]++;
          }
        }
      }
    }
    double[] means = new double[durationSeconds];
    for (int border = 0; border < durationSeconds; border++) {
      means[border] = counts[border] == 0 ? Double.NaN : sums[border] / counts[border];
    }
    return means;
  }

  /** By delay, over the cuts, each moved on by as much round the creative. */
  private static double[] means(double[] changes, List<Integer> cuts, int movedMs) {
    double[] means = new double[MAX_MS / STEP_MS + 1];
    for (int i = 0; i < means.length; i++) {
      double sum = 0;
      int count = 0;
      for (int cut : cuts) {
        double change = at(changes, (cut + movedMs + i * STEP_MS) / MS % changes.length);
        if (!Double.isNaN(change)) {
          sum += change;
          count++;
        }
      }
      means[i] = count == 0 ? Double.NaN : sum / count;
    }
    return means;
  }

  /** Between borders in proportion; the last second has no border behind it. */
  private static double at(double[] changes, double seconds) {
    int before = (int) seconds;
    double part = seconds - before;
    double after = before + 1 < changes.length ? changes[before + 1] : changes[before];
    return (1 - part) * changes[before] + part * after;
  }

  /** -1 where there is none. */
  private static int highest(double[] means) {
    int best = -1;
    for (int i = 0; i < means.length; i++) {
      if (!Double.isNaN(means[i]) && (best < 0 || means[i] > means[best])) {
        best = i;
      }
    }
    return best;
  }
}
