package org.otklik.report.request;

/** What a report is about. */
public enum ReportKind {
  CREATIVE,
  CAMPAIGN,
  COMPARISON
}
