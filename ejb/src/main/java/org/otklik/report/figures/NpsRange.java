package org.otklik.report.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.otklik.metric.EmotionalNps;

/**
 * EmoNPS over the whole range of K, with the K chosen for this report.
 *
 * @param chosenK 0.2..1
 * @param points by K, ascending
 */
public record NpsRange(double chosenK, int engaged, int critical, int silent, List<Point> points) {

  public NpsRange {
    points = List.copyOf(points);
    double k = chosenK;
    if (points.stream().noneMatch(point -> point.isAt(k))) {
      throw new IllegalArgumentException("The range holds no value for the chosen K: " + k);
    }
  }

  /** The value and its 95% confidence interval, each -100..100. */
  public record Point(double k, double value, double low, double high) {
    boolean isAt(double other) {
      return isSame(k, other);
    }
  }

  /** K from 0.2 to 1 in steps of 0.1, and the chosen one. */
  public static NpsRange of(EmotionalNps nps, double chosenK) {
    List<Double> range =
        new ArrayList<>(IntStream.rangeClosed(2, 10).mapToObj(tenths -> tenths / 10.0).toList());
    if (range.stream().noneMatch(k -> isSame(k, chosenK))) {
      range.add(chosenK);
    }
    List<Point> points =
        range.stream()
            .sorted()
            .map(k -> new Point(k, nps.value(k), nps.low(k), nps.high(k)))
            .toList();
    return new NpsRange(chosenK, nps.engaged(), nps.critical(), nps.silent(), points);
  }

  /** Forgives what 0.1 + 0.2 is not in binary fractions. */
  private static boolean isSame(double k, double other) {
    return Math.abs(k - other) < 1e-6;
  }

  /** Viewers counted. */
  public int n() {
    return engaged + critical + silent;
  }

  /** The value at the chosen K. */
  public Point chosen() {
    return points.stream().filter(point -> point.isAt(chosenK)).findFirst().orElseThrow();
  }
}
