package org.otklik.web.creative;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.analysis.result.CreativeScore;
import org.otklik.metric.IndexInterval;

/** EEI with its interval and counts. */
@Schema(
    name = "EmotionalExperienceIndex",
    description = "EEI: % positive − % negative viewings; with its 95% confidence interval.")
public record EeiView(
    @Schema(minimum = "-100", maximum = "100") double value,
    double low,
    double high,
    @Schema(description = "Viewings included.") int counted,
    int positive,
    int negative,
    int neutral,
    @Schema(description = "Viewings excluded: in no denominator.") int excluded) {

  public static EeiView of(IndexInterval index) {
    return new EeiView(
        index.value(),
        index.low(),
        index.high(),
        index.n(),
        index.positive(),
        index.negative(),
        index.neutral(),
        index.excluded());
  }

  /** Null when no viewing counts. */
  static EeiView of(CreativeScore score) {
    return score.eei() == null
        ? null
        : new EeiView(
            score.eei(),
            score.eeiLow(),
            score.eeiHigh(),
            score.counted(),
            score.positive(),
            score.negative(),
            score.neutral(),
            score.excluded());
  }
}
