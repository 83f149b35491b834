package org.otklik.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Spearman's rank correlation over persons (C. Spearman, "The proof and measurement of association
 * between two things", American Journal of Psychology 15 (1904), 72–101), with a bootstrap interval
 * over them; equal values share their mean rank.
 *
 * @param rho −1..1
 * @param low of the 95 % interval
 * @param high of the 95 % interval
 * @param n persons
 */
public record RankCorrelation(double rho, double low, double high, int n) {
  /** Of fewer the interval is so wide that the number says nothing. */
  public static final int MIN_N = 10;

  private static final long SEED = 20261130;

  /**
   * Empty of fewer than {@link #MIN_N}, and where all values of either side are equal.
   *
   * @param pairs two values a person, in an order that does not depend on how they came
   */
  public static Optional<RankCorrelation> of(List<double[]> pairs) {
    if (pairs.size() < MIN_N) {
      return Optional.empty();
    }
    double rho = rho(pairs);
    if (Double.isNaN(rho)) {
      return Optional.empty();
    }
    UniformRandomProvider random = ViewerBootstrap.generator(SEED);
    double[] drawn =
        IntStream.range(0, ViewerBootstrap.RESAMPLES)
            .mapToDouble(resample -> rho(drawn(pairs, random)))
            .filter(value -> !Double.isNaN(value))
            .toArray();
    double[] limits =
        ViewerBootstrap.QUANTILE.evaluate(drawn, ViewerBootstrap.LOW, ViewerBootstrap.HIGH);
    return Optional.of(new RankCorrelation(rho, limits[0], limits[1], pairs.size()));
  }

  private static List<double[]> drawn(List<double[]> pairs, UniformRandomProvider random) {
    return IntStream.range(0, pairs.size())
        .mapToObj(draw -> pairs.get(random.nextInt(pairs.size())))
        .toList();
  }

  /** Pearson's of the ranks; not a number where there is nothing to compare. */
  private static double rho(List<double[]> pairs) {
    double[] first = ranks(pairs.stream().mapToDouble(pair -> pair[0]).toArray());
    double[] second = ranks(pairs.stream().mapToDouble(pair -> pair[1]).toArray());
    double middle = (pairs.size() + 1) / 2.0;
    double both = 0;
    double ofFirst = 0;
    double ofSecond = 0;
    for (int i = 0; i < first.length; i++) {
      both += (first[i] - middle) * (second[i] - middle);
      ofFirst += (first[i] - middle) * (first[i] - middle);
      ofSecond += (second[i] - middle) * (second[i] - middle);
    }
    return both / Math.sqrt(ofFirst * ofSecond);
  }

  private static double[] ranks(double[] values) {
    Integer[] order = IntStream.range(0, values.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
    double[] ranks = new double[values.length];
    int from = 0;
    while (from < order.length) {
      int until = from + 1;
      while (until < order.length && values[order[until]] == values[order[from]]) {
        until++;
      }
      for (int i = from; i < until; i++) {
        ranks[order[i]] = (from + 1 + until) / 2.0;
      }
      from = until;
    }
    return ranks;
  }
}
