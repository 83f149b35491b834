package org.otklik.metric;

import java.util.function.ToDoubleFunction;

/**
 * The {@linkplain KeyFigures headlines} of which differences are told, as figures of summed rows.
 */
public enum ComparedKeyFigure {
  ATTRACTION(KeyFigureCounts::attraction),
  PEAK(KeyFigureCounts::peak),
  END(KeyFigureCounts::end),
  IMPACT(KeyFigureCounts::impact),
  EXPRESSIVENESS(KeyFigureCounts::expressiveness),
  ATTENTION(KeyFigureCounts::attention);

  private final ToDoubleFunction<double[]> figure;

  ComparedKeyFigure(ToDoubleFunction<double[]> figure) {
    this.figure = figure;
  }

  /** Of the sums of {@link KeyFigureCounts}; not a number where they tell nothing. */
  ToDoubleFunction<double[]> figure() {
    return figure;
  }
}
