package org.otklik.metric.answer;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.otklik.statistics.ViewerIntervals;

/** The scores of what viewers answered. */
public final class AnswerScores {
  private static final int PROMOTER = 9;
  private static final int DETRACTOR = 6;
  private static final int SATISFIED = 4;

  private AnswerScores() {}

  /**
   * NPS: % promoters (9, 10) − % detractors (0..6) (F. F. Reichheld, "The one number you need to
   * grow", Harvard Business Review 81 (2003), 46–54). Empty when nobody answered.
   */
  public static Optional<AnswerScore> nps(Collection<ViewerAnswer> answers) {
    return score(
        answers,
        ViewerAnswer::nps,
        answer -> answer >= PROMOTER,
        answer -> answer <= DETRACTOR,
        counts -> 100 * (counts[0] - counts[1]) / counts[2],
        -100);
  }

  /** CSAT: % of viewers who answered 4 or 5 ("top two boxes"). Empty when nobody answered. */
  public static Optional<AnswerScore> csat(Collection<ViewerAnswer> answers) {
    return score(
        answers,
        ViewerAnswer::csat,
        answer -> answer >= SATISFIED,
        answer -> answer < SATISFIED,
        counts -> 100 * counts[0] / counts[2],
        0);
  }

  private interface Test {
    boolean holds(int answer);
  }

  private static Optional<AnswerScore> score(
      Collection<ViewerAnswer> answers,
      Function<ViewerAnswer, Integer> question,
      Test isHigh,
      Test isLow,
      ToDoubleFunction<double[]> value,
      double least) {
    List<Integer> given =
        answers.stream()
            .sorted(Comparator.comparing(ViewerAnswer::viewerKey))
            .map(question)
            .filter(Objects::nonNull)
            .toList();
    if (given.isEmpty()) {
      return Optional.empty();
    }
    int[][] rows =
        given.stream()
            .map(answer -> new int[] {one(isHigh, answer), one(isLow, answer), 1})
            .toArray(int[][]::new);
    int high = (int) given.stream().filter(isHigh::holds).count();
    int low = (int) given.stream().filter(isLow::holds).count();
    ViewerIntervals.Interval interval =
        new ViewerIntervals(rows).of(value, least, (least + 100) / 2, 100);
    return Optional.of(
        new AnswerScore(
            value.applyAsDouble(new double[] {high, low, rows.length}),
            interval.low(),
            interval.high(),
            rows.length,
            high,
            low));
  }

  private static int one(Test test, int answer) {
    return test.holds(answer) ? 1 : 0;
  }
}
