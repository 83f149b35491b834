package org.otklik.web.comparison;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.metric.Comparison;

/** Two groups of viewings side by side. */
@Schema(
    name = "Comparison",
    description =
        "Two creatives, or two segments, side by side. Viewers who belong to both are "
            + "compared with themselves.")
public record ComparisonView(
    @Schema(description = "Included viewers of the first group.") int firstViewers,
    @Schema(description = "Included viewers of the second group.") int secondViewers,
    DifferenceView eei,
    DifferenceView emoNps,
    @Schema(description = "Of the mean over viewers of each one's mean valence, -2..2.")
        DifferenceView valence,
    @Schema(
            description =
                "Of the key figures, as shares, by their names: ATTRACTION, PEAK, END, IMPACT,"
                    + " EXPRESSIVENESS, ATTENTION; without those that one of the groups has not.")
        Map<String, DifferenceView> keyFigures,
    @Schema(
            description =
                "Second by second for as long as both last; empty where a group's viewings are of"
                    + " several creatives.")
        List<SecondDifferenceView> seconds) {

  public static ComparisonView of(Comparison comparison) {
    return new ComparisonView(
        comparison.index().firstN(),
        comparison.index().secondN(),
        DifferenceView.of(comparison.index()),
        DifferenceView.of(comparison.emotionalNps()),
        DifferenceView.of(comparison.meanValence()),
        headlines(comparison),
        comparison.seconds().stream().map(SecondDifferenceView::of).toList());
  }

  private static Map<String, DifferenceView> headlines(Comparison comparison) {
    Map<String, DifferenceView> views = new LinkedHashMap<>();
    comparison
        .headlines()
        .forEach(
            (headline, difference) -> views.put(headline.name(), DifferenceView.of(difference)));
    return views;
  }
}
