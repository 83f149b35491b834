package org.otklik.report;

import java.util.List;
import java.util.stream.IntStream;
import org.otklik.metric.EmotionalNps;

/**
 * EmoNPS over the whole range of K, with the K chosen for this report.
 *
 * @param chosenK 0.2..1, a tenth
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
      return Math.abs(k - other) < 1e-6;
    }
  }

  /** K from 0.2 to 1 in steps of 0.1. */
  public static NpsRange of(EmotionalNps nps, double chosenK) {
    List<Point> points =
        IntStream.rangeClosed(2, 10)
            .mapToObj(tenths -> tenths / 10.0)
            .map(k -> new Point(k, nps.value(k), nps.low(k), nps.high(k)))
            .toList();
    return new NpsRange(chosenK, nps.engaged(), nps.critical(), nps.silent(), points);
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
