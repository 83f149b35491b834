package org.otklik.report;

/** What a report is about. */
public enum ReportKind {
  CREATIVE,
  CAMPAIGN,
  COMPARISON
}
