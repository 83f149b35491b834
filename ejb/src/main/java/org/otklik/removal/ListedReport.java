package org.otklik.removal;

import java.util.UUID;
import org.otklik.report.Report;

/**
 * A report that lists a viewer.
 *
 * @param links that open it without a sign-in, at this moment
 */
public record ListedReport(UUID id, Report report, int links) {}
