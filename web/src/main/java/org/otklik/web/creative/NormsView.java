package org.otklik.web.creative;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.analysis.comparison.CreativeNorms;
import org.otklik.metric.Norm;

/** A creative's figures among those of comparable creatives. */
@Schema(
    name = "Norms",
    description =
        "The comparison is with finished creatives of the same kind of campaign, the "
            + "same settings and about the same length, with five viewings or more.")
public record NormsView(
    @Schema(description = "Minimum length of comparable creatives, s.") int fromSeconds,
    @Schema(description = "Maximum length of comparable creatives, s; null: any.")
        Integer untilSeconds,
    @Schema(description = "Other finished creatives of that kind, settings and length.") int others,
    @Schema(description = "By figure; one that fewer than ten others have is omitted.")
        Map<String, Percentile> norms) {

  /** A rank. */
  @Schema(name = "Percentile")
  public record Percentile(
      @Schema(
              minimum = "0",
              maximum = "100",
              description = "% of the others that it exceeds; equal ones count half.")
          double percentile,
      @Schema(description = "Others that have this figure.") int others) {}

  static NormsView of(CreativeNorms norms) {
    Map<String, Percentile> percentiles = new LinkedHashMap<>();
    norms.norms().forEach((figure, norm) -> percentiles.put(figure.name(), percentile(norm)));
    int until = norms.bracket().untilSeconds();
    return new NormsView(
        norms.bracket().fromSeconds(),
        until == Integer.MAX_VALUE ? null : until,
        norms.others(),
        percentiles);
  }

  private static Percentile percentile(Norm norm) {
    return new Percentile(norm.percentile(), norm.n());
  }
}
