package org.otklik.report.link;

/** Whether a link opens its report. */
public enum ReportLinkState {
  ACTIVE,
  EXPIRED,
  REVOKED
}
