package org.otklik.web.comparison;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.statistics.Difference;

/** How much larger a figure is in the first group than in the second. */
@Schema(
    name = "Difference",
    description =
        "The first group's figure minus the second's; low and high are its 95% "
            + "confidence interval by bootstrap over viewers, null where a group has a single "
            + "viewer; p is two-sided, by permutation over viewers.")
public record DifferenceView(double value, Double low, Double high, double p) {

  static DifferenceView of(Difference difference) {
    return new DifferenceView(
        difference.value(), finite(difference.low()), finite(difference.high()), difference.p());
  }

  private static Double finite(double limit) {
    return Double.isFinite(limit) ? limit : null;
  }
}
