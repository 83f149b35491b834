package org.otklik.web.comparison;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.metric.Comparison.SecondDifference;

/** The difference of one second's ИЭО. */
@Schema(
    name = "SecondDifference",
    description =
        "Of the second's ИЭО. corrected is p by Benjamini–Hochberg over all seconds compared; only"
            + " where different is true may the groups be called different.")
public record SecondDifferenceView(
    @Schema(description = "Seconds since the start of the creative, from 0.") int second,
    DifferenceView eei,
    double corrected,
    boolean different) {

  static SecondDifferenceView of(SecondDifference second) {
    return new SecondDifferenceView(
        second.second(),
        DifferenceView.of(second.difference()),
        second.corrected(),
        second.isDifferent());
  }
}
