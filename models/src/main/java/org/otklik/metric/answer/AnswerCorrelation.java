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
 * @param n viewers with both
 */
public record AnswerCorrelation(double r, int n) {
  /** Through two points there is always a line. */
  private static final int MIN_VIEWERS = 3;

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
    return Optional.of(new AnswerCorrelation(r, points.size()));
  }
}
