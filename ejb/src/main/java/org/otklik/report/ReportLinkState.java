package org.otklik.report;

/** Whether a link opens its report. */
public enum ReportLinkState {
  ACTIVE,
  EXPIRED,
  REVOKED
}
