package org.otklik.report.figures;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.otklik.analysis.result.AnalysisProgress;

/**
 * What every report tells of itself, whatever it is about.
 *
 * @param dataAsOf when the newest figures were computed
 * @param zone times are printed in
 * @param progress how much of the recordings the figures are made of
 * @param minGroupSize figures of fewer viewers are left out
 * @param viewersSynthetic whether no real person was filmed; then the report says so
 * @param settings in the order to be printed
 */
public record ReportFacts(
    String campaignName,
    String clientName,
    Instant madeAt,
    Instant dataAsOf,
    ZoneId zone,
    AnalysisProgress progress,
    int minGroupSize,
    boolean viewersSynthetic,
    List<Setting> settings,
    List<ModelFacts> models) {

  public ReportFacts {
    settings = List.copyOf(settings);
    models = List.copyOf(models);
  }
}
