package org.otklik.overview;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.otklik.analysis.comparison.NormedFigure;

/**
 * A creative in an overview.
 *
 * @param recordings all of them
 * @param unfinished those whose analysis has not ended
 * @param viewers those with an included viewing
 * @param figures those that are known and of enough viewers to be shown
 * @param percentiles where they stand among the finished creatives the actor may see, 0..100;
 *     without those of fewer than ten others
 */
public record CreativeLine(
    UUID id,
    String name,
    UUID campaignId,
    String campaignName,
    String clientName,
    boolean synthetic,
    int durationSeconds,
    Instant createdAt,
    int recordings,
    int unfinished,
    int viewers,
    int minGroupSize,
    Map<NormedFigure, Double> figures,
    Map<NormedFigure, Double> percentiles) {

  /** Whether its figures are those of all of its recordings. */
  boolean isFinished() {
    return recordings > 0 && unfinished == 0;
  }

  CreativeLine rankedAs(Map<NormedFigure, Double> ranks) {
    return new CreativeLine(
        id,
        name,
        campaignId,
        campaignName,
        clientName,
        synthetic,
        durationSeconds,
        createdAt,
        recordings,
        unfinished,
        viewers,
        minGroupSize,
        figures,
        ranks);
  }
}
