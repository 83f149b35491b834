package org.otklik.report.figures;

/** All that a report shows, of whichever kind. */
public sealed interface ReportContents permits CreativeReport, CampaignReport, ComparisonReport {
  ReportFacts facts();
}
