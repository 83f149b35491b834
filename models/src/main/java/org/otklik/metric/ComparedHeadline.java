package org.otklik.metric;

import java.util.function.ToDoubleFunction;

/**
 * The {@linkplain Headlines headlines} of which differences are told, as figures of summed rows.
 */
public enum ComparedHeadline {
  ATTRACTION(HeadlineRows::attraction),
  PEAK(HeadlineRows::peak),
  END(HeadlineRows::end),
  IMPACT(HeadlineRows::impact),
  EXPRESSIVENESS(HeadlineRows::expressiveness),
  ATTENTION(HeadlineRows::attention);

  private final ToDoubleFunction<double[]> figure;

  ComparedHeadline(ToDoubleFunction<double[]> figure) {
    this.figure = figure;
  }

  /** Of the sums of {@link HeadlineRows}; not a number where they tell nothing. */
  ToDoubleFunction<double[]> figure() {
    return figure;
  }
}
