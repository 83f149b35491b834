package org.otklik.report.figures;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.otklik.analysis.result.AnalysisProgress;
import org.otklik.report.branding.Palette;
import org.otklik.report.branding.ReportBranding;
import org.otklik.report.request.Chapter;
import org.otklik.report.wording.ReportWording;

/**
 * What every report tells of itself, whatever it is about.
 *
 * @param dataAsOf when the newest figures were computed
 * @param zone times are printed in
 * @param progress how much of the recordings the figures are made of
 * @param minGroupSize figures of fewer viewers are left out
 * @param viewersSynthetic whether no real person was filmed; then the report says so
 * @param ofCalls whether it is on calls of customers, in whose words it is written then
 * @param settings in the order to be printed
 * @param branding of the client's reports
 * @param chapters that it is to have, as far as there is something to show in them
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
    boolean ofCalls,
    List<Setting> settings,
    List<ModelFacts> models,
    ReportBranding branding,
    Set<Chapter> chapters) {

  public ReportFacts {
    settings = List.copyOf(settings);
    models = List.copyOf(models);
    chapters = Set.copyOf(chapters);
  }

  /** The words that the report is written in. */
  public ReportWording wording(Locale locale) {
    ReportWording wording = ReportWording.in(locale);
    return ofCalls ? wording.ofCalls() : wording;
  }

  public boolean has(Chapter chapter) {
    return chapters.contains(chapter);
  }

  public Palette palette() {
    return branding.palette();
  }
}
