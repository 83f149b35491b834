package org.otklik.report.request;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * A report to be made.
 *
 * @param locale English or Russian
 * @param zone its times are printed in
 * @param chapters in the order of reports; null: those of the client's template
 */
public record ReportOrder(
    ReportSubject subject,
    ReportFormat format,
    Locale locale,
    ZoneId zone,
    List<Chapter> chapters) {

  public ReportOrder {
    chapters = chapters == null || chapters.isEmpty() ? null : Chapter.sorted(chapters);
  }
}
