package org.otklik.report;

/** Fired in the transaction in which a report is made or fails. */
public record ReportEnded(long reportId) {}
