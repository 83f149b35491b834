package org.otklik.web.overview;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.analysis.comparison.NormedFigure;
import org.otklik.overview.CreativeLine;
import org.otklik.web.creative.EmotionMap;

/** A creative in the overview of all. */
@Schema(name = "CreativeLine")
public record CreativeLineView(
    UUID id,
    String name,
    UUID campaign,
    String campaignName,
    @Schema(description = "Name of the client.") String client,
    boolean synthetic,
    int durationSeconds,
    Instant createdAt,
    int recordings,
    @Schema(description = "Recordings that are analysed: the figures are of these.") int analysed,
    @Schema(description = "Viewers with an included viewing.") int viewers,
    @Schema(
            description =
                "EEI and EMO_NPS −100..100, shares 0..1, by their names; without those that are"
                    + " unknown, and empty for fewer viewers than minGroupSize.")
        Map<String, Double> figures,
    @Schema(
            description =
                "Where they stand among the finished creatives you may see, 0..100; without those"
                    + " of fewer than ten others.")
        Map<String, Double> percentiles) {

  static CreativeLineView of(CreativeLine line) {
    return new CreativeLineView(
        line.id(),
        line.name(),
        line.campaignId(),
        line.campaignName(),
        line.clientName(),
        line.synthetic(),
        line.durationSeconds(),
        line.createdAt(),
        line.recordings(),
        line.recordings() - line.unfinished(),
        line.viewers(),
        named(line.figures()),
        named(line.percentiles()));
  }

  private static Map<String, Double> named(Map<NormedFigure, Double> figures) {
    Map<String, Double> named = new LinkedHashMap<>();
    figures.forEach((figure, value) -> named.put(figure.name(), EmotionMap.rounded(value)));
    return named;
  }
}
