package org.otklik.report.request;

import java.time.ZoneId;
import java.util.Locale;

/**
 * A report to be made.
 *
 * @param locale English or Russian
 * @param zone its times are printed in
 */
public record ReportOrder(ReportSubject subject, ReportFormat format, Locale locale, ZoneId zone) {}
