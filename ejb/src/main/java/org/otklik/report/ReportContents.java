package org.otklik.report;

/** All that a report shows, of whichever kind. */
public sealed interface ReportContents permits CreativeReport, CampaignReport, ComparisonReport {
  ReportFacts facts();
}
