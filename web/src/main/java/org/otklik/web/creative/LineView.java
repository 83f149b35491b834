package org.otklik.web.creative;

import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.statistics.MeanInterval;
import org.otklik.statistics.ShareInterval;

/** One line of a chart: a figure of every second, in columns, which are a third of rows' size. */
@Schema(
    name = "Line",
    description =
        "A figure of every second from 0, in order, with its 95% confidence interval; null where there is"
            + " none.")
public record LineView(List<Double> value, List<Double> low, List<Double> high) {

  /** By Wilson. */
  static <S> LineView ofShares(List<S> seconds, Function<S, ShareInterval> share) {
    return new LineView(
        column(seconds, share, ShareInterval::share),
        column(seconds, share, ShareInterval::low),
        column(seconds, share, ShareInterval::high));
  }

  /** By Student. */
  static <S> LineView ofMeans(List<S> seconds, Function<S, MeanInterval> mean) {
    return new LineView(
        column(seconds, mean, MeanInterval::mean),
        column(seconds, mean, MeanInterval::low),
        column(seconds, mean, MeanInterval::high));
  }

  private static <S, I> List<Double> column(
      List<S> seconds, Function<S, I> interval, Function<I, Double> part) {
    return seconds.stream()
        .map(interval)
        .map(known -> known == null ? null : EmotionMap.rounded(part.apply(known)))
        .toList();
  }
}
