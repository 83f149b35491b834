package org.otklik.report;

/**
 * A report as the archive of its campaign lists it.
 *
 * @param requestedBy name of who asked for it
 * @param sizeBytes of its file; null until completed
 */
public record ArchivedReport(Report report, String requestedBy, Long sizeBytes) {}
