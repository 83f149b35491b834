package org.otklik.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.otklik.report.figures.CampaignReport;
import org.otklik.report.figures.ComparisonReport;
import org.otklik.report.figures.CreativeReport;
import org.otklik.report.figures.ReportContents;

/** All figures of a report as tables, in the order of its pages. */
final class ReportTables {

  private ReportTables() {}

  static List<Table> of(ReportContents contents) {
    List<Table> tables = new ArrayList<>(figures(contents));
    tables.add(CommonTables.about(contents.facts()));
    tables.add(CommonTables.settings(contents.facts()));
    tables.add(CommonTables.models(contents.facts()));
    return tables;
  }

  private static List<Table> figures(ReportContents contents) {
    List<Table> tables = new ArrayList<>();
    if (contents instanceof CreativeReport report) {
      CreativeTables creative = new CreativeTables(List.of(report.creative()));
      tables.add(creative.scores(Optional.empty(), Optional.empty()));
      tables.add(creative.emoNps(Optional.empty()));
      tables.addAll(creative.details());
      tables.add(creative.marks());
      tables.add(creative.comments());
      creative.voices().ifPresent(tables::add);
      creative.trailers().ifPresent(tables::add);
      tables.add(CommonTables.segments(report.segments()));
    } else if (contents instanceof CampaignReport report) {
      CreativeTables creatives = new CreativeTables(report.creatives());
      tables.add(creatives.scores(report.index(), report.nps()));
      tables.add(creatives.emoNps(report.nps()));
      tables.addAll(creatives.details());
      tables.add(creatives.marks());
      tables.add(creatives.comments());
      creatives.voices().ifPresent(tables::add);
      creatives.trailers().ifPresent(tables::add);
      tables.add(CommonTables.segments(report.segments()));
      tables.add(CommonTables.answers(report.answers()));
    } else {
      ComparisonTables comparison = new ComparisonTables((ComparisonReport) contents);
      tables.addAll(List.of(comparison.groups(), comparison.differences(), comparison.seconds()));
      tables.add(comparison.segments());
    }
    return tables;
  }
}
