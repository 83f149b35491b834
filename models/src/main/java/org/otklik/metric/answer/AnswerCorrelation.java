package org.otklik.metric.answer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.otklik.metric.EmotionalExperienceIndex;
import org.otklik.metric.Viewing;

/**
 * How answers go with what faces showed: Pearson's correlation, over viewers, of the answer with
 * the viewer's net trace (P − N) / V, the seconds of all their contacts that count added up.
 *
 * @param r -1..1
 * @param low lower limit of its 95 % confidence interval by Fisher's z (R. A. Fisher, "On the
 *     probable error of a coefficient of correlation", Metron 1 (1921), 3–32); null with fewer than
 *     four viewers, or where all lie on a line
 * @param high null with {@code low}
 * @param n viewers with both
 */
public record AnswerCorrelation(double r, Double low, Double high, int n) {
  /** Through two points there is always a line. */
  private static final int MIN_VIEWERS = 3;

  private static final double NORMAL_975 = 1.959964;

  /** With its interval. */
  public static AnswerCorrelation of(double r, int n) {
    double half = half(n);
    if (Double.isNaN(half) || Math.abs(r) >= 1) {
      return new AnswerCorrelation(r, null, null, n);
    }
    double z = Math.log((1 + r) / (1 - r)) / 2;
    return new AnswerCorrelation(r, Math.tanh(z - half), Math.tanh(z + half), n);
  }

  private static double half(int n) {
    return n > MIN_VIEWERS ? NORMAL_975 / Math.sqrt(n - 3) : Double.NaN;
  }

  /** The least correlation that so many viewers could tell from none; 1 where no one could. */
  public double minClear() {
    double half = half(n);
    return Double.isNaN(half) ? 1 : Math.tanh(half);
  }

  /**
   * Empty with fewer than three viewers, and where all answered or showed the same.
   *
   * @param question {@code ViewerAnswer::nps} or {@code ViewerAnswer::csat}
   */
  public static Optional<AnswerCorrelation> of(
      Collection<ViewerAnswer> answers,
      Function<ViewerAnswer, Integer> question,
      Collection<Viewing> contacts) {
    Map<String, List<Viewing>> byViewer =
        EmotionalExperienceIndex.byViewer(
            contacts.stream().filter(contact -> !contact.isExcluded()).toList());
    List<double[]> points = new ArrayList<>();
    for (ViewerAnswer answer : answers) {
      Integer given = question.apply(answer);
      List<Viewing> ofViewer = byViewer.get(answer.viewerKey());
      if (given != null && ofViewer != null) {
        points.add(new double[] {given, netTrace(ofViewer)});
      }
    }
    return points.size() < MIN_VIEWERS ? Optional.empty() : pearson(points);
  }

  private static double netTrace(List<Viewing> contacts) {
    double net =
        contacts.stream().mapToDouble(c -> c.positiveSeconds() - c.negativeSeconds()).sum();
    return net / contacts.stream().mapToDouble(Viewing::observedSeconds).sum();
  }

  private static Optional<AnswerCorrelation> pearson(List<double[]> points) {
    double meanX = points.stream().mapToDouble(point -> point[0]).average().orElseThrow();
    double meanY = points.stream().mapToDouble(point -> point[1]).average().orElseThrow();
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (double[] point : points) {
      double x = point[0] - meanX;
      double y = point[1] - meanY;
      xy += x * y;
      xx += x * x;
      yy += y * y;
    }
    if (xx == 0 || yy == 0) {
      return Optional.empty();
    }
    double r = Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
    return Optional.of(of(r, points.size()));
  }
}
