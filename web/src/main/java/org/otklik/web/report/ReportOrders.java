package org.otklik.web.report;

import java.time.ZoneId;
import org.otklik.access.Actor;
import org.otklik.report.ReportFormat;
import org.otklik.report.ReportOrder;
import org.otklik.report.ReportSubject;
import org.otklik.web.api.JsonFields;

/** Reads what is wished of a report. */
final class ReportOrders {
  static final String[] FIELDS = {"locale", "format", "timeZone"};
  static final String[] CAMPAIGN_FIELDS = {"locale", "format", "timeZone", "compared"};
  static final String[] ALL_FIELDS = {"locale", "format", "timeZone", "compared", "creative"};

  private ReportOrders() {}

  /** What is left out: a PDF in the caller's language and the server's time zone. */
  static ReportOrder read(JsonFields fields, ReportSubject subject, Actor actor) {
    return new ReportOrder(
        subject,
        fields.constant("format", ReportFormat.PDF),
        fields.language("locale", actor.locale()),
        fields.timeZone("timeZone", ZoneId.systemDefault()));
  }
}
