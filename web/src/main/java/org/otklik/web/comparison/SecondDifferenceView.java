package org.otklik.web.comparison;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.metric.Comparison.SecondDifference;

/** The difference of one second's EEI. */
@Schema(
    name = "SecondDifference",
    description =
        "Of the second's EEI. corrected is p adjusted by Benjamini–Hochberg over all "
            + "seconds compared; the difference is significant where different is true.")
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
