package org.otklik.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Two groups of viewers that are compared: those of two creatives, who may be the same ones, or of
 * two segments. Each viewer has a row of counts in each group that they belong to; a figure is a
 * function of a group's sums of rows.
 *
 * <p>The bootstrap draws viewers within each of three parts (in both groups, in the first only, in
 * the second only), so that a viewer of both is drawn with both rows. The permutation test (R. A.
 * Fisher, "The design of experiments", 1935) exchanges the two rows of a viewer of both with
 * probability ½, and shuffles the others between the groups, whose sizes stay as they are. Both run
 * with fixed seeds over viewers in the order of their keys, so the same data give the same result.
 */
public final class GroupComparison {
  static final int PERMUTATIONS = 10_000;

  private static final long SEED = 20261122;

  /** Differences of sums that are equal but for rounding count as equally large. */
  private static final double ROUNDING = 1e-9;

  private final List<double[][]> both = new ArrayList<>();
  private final List<double[]> onlyFirst = new ArrayList<>();
  private final List<double[]> onlySecond = new ArrayList<>();
  private final int width;

  /**
   * @param first a row for each viewer of the first group, all of one width
   * @param second the same for the second group; neither is empty
   */
  public GroupComparison(Map<String, double[]> first, Map<String, double[]> second) {
    SortedMap<String, double[]> firstRows = new TreeMap<>(first);
    SortedMap<String, double[]> secondRows = new TreeMap<>(second);
    width = firstRows.get(firstRows.firstKey()).length;
    firstRows.forEach(
        (viewer, row) -> {
          if (secondRows.containsKey(viewer)) {
            both.add(new double[][] {row, secondRows.get(viewer)});
          } else {
            onlyFirst.add(row);
          }
        });
    secondRows.forEach(
        (viewer, row) -> {
          if (!firstRows.containsKey(viewer)) {
            onlySecond.add(row);
          }
        });
  }

  int firstN() {
    return both.size() + onlyFirst.size();
  }

  int secondN() {
    return both.size() + onlySecond.size();
  }

  /** The sums of both groups, in turn. */
  private double[][] sums() {
    double[][] sums = new double[2][width];
    for (double[][] viewer : both) {
      add(sums[0], viewer[0]);
      add(sums[1], viewer[1]);
    }
    onlyFirst.forEach(row -> add(sums[0], row));
    onlySecond.forEach(row -> add(sums[1], row));
    return sums;
  }

  /** One figure's difference. */
  public Difference difference(ToDoubleFunction<double[]> figure) {
    return differences(List.of(figure)).get(0);
  }

  /**
   * The differences of several figures of the same rows, from the same resamples.
   *
   * @param figures functions of a group's sums; not a number where the sums tell nothing
   */
  public List<Difference> differences(List<ToDoubleFunction<double[]>> figures) {
    double[] values = of(sums(), figures);
    double[][] resampled = resampled(figures);
    int[] asLarge = asLarge(figures, values);
    List<Difference> differences = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      double[] known = Arrays.stream(resampled[i]).filter(v -> !Double.isNaN(v)).toArray();
      boolean tells = firstN() > 1 && secondN() > 1 && known.length > 0;
      double[] limits =
          tells
              ? ViewerBootstrap.QUANTILE.evaluate(known, ViewerBootstrap.LOW, ViewerBootstrap.HIGH)
              : new double[] {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY};
      differences.add(
          new Difference(
              values[i],
              limits[0],
              limits[1],
              (1.0 + asLarge[i]) / (1 + PERMUTATIONS),
              firstN(),
              secondN()));
    }
    return differences;
  }

  private static double[] of(double[][] sums, List<ToDoubleFunction<double[]>> figures) {
    return figures.stream()
        .mapToDouble(figure -> figure.applyAsDouble(sums[0]) - figure.applyAsDouble(sums[1]))
        .toArray();
  }

  private double[][] resampled(List<ToDoubleFunction<double[]>> figures) {
    UniformRandomProvider random = ViewerBootstrap.generator(SEED);
    double[][] values = new double[figures.size()][ViewerBootstrap.RESAMPLES];
    for (int r = 0; r < ViewerBootstrap.RESAMPLES; r++) {
      double[][] sums = new double[2][width];
      for (int draw = 0; draw < both.size(); draw++) {
        double[][] viewer = both.get(random.nextInt(both.size()));
        add(sums[0], viewer[0]);
        add(sums[1], viewer[1]);
      }
      draw(onlyFirst, sums[0], random);
      draw(onlySecond, sums[1], random);
      double[] drawn = of(sums, figures);
      for (int i = 0; i < drawn.length; i++) {
        values[i][r] = drawn[i];
      }
    }
    return values;
  }

  private static void draw(List<double[]> rows, double[] sums, UniformRandomProvider random) {
    for (int draw = 0; draw < rows.size(); draw++) {
      add(sums, rows.get(random.nextInt(rows.size())));
    }
  }

  /** How many permutations differ at least as much as the data, for each figure. */
  private int[] asLarge(List<ToDoubleFunction<double[]>> figures, double[] values) {
    UniformRandomProvider random = ViewerBootstrap.generator(SEED);
    List<double[]> shuffled = new ArrayList<>(onlyFirst);
    shuffled.addAll(onlySecond);
    int[] counts = new int[figures.size()];
    for (int p = 0; p < PERMUTATIONS; p++) {
      double[] drawn = of(permuted(shuffled, random), figures);
      for (int i = 0; i < drawn.length; i++) {
        // What tells nothing is no evidence against the groups' being alike.
        if (!(Math.abs(drawn[i]) < Math.abs(values[i]) - ROUNDING)) {
          counts[i]++;
        }
      }
    }
    return counts;
  }

  private double[][] permuted(List<double[]> shuffled, UniformRandomProvider random) {
    double[][] sums = new double[2][width];
    for (double[][] viewer : both) {
      int first = random.nextInt(2);
      add(sums[0], viewer[first]);
      add(sums[1], viewer[1 - first]);
    }
    for (int i = 0; i < shuffled.size(); i++) {
      int drawn = i + random.nextInt(shuffled.size() - i);
      double[] row = shuffled.set(drawn, shuffled.get(i));
      shuffled.set(i, row);
      add(sums[i < onlyFirst.size() ? 0 : 1], row);
    }
    return sums;
  }

  private static void add(double[] sums, double[] row) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += row[i];
    }
  }
}
