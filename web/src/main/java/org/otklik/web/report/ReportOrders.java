package org.otklik.web.report;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.otklik.access.Actor;
import org.otklik.analysis.ViewerGroup;
import org.otklik.report.ComparedGroups;
import org.otklik.report.ReportFormat;
import org.otklik.report.ReportOrder;
import org.otklik.report.ReportSubject;
import org.otklik.web.api.JsonFields;

/** Reads what is wished of a report. */
final class ReportOrders {
  static final String[] FIELDS = {"locale", "format", "timeZone"};
  static final String[] CAMPAIGN_FIELDS = {"locale", "format", "timeZone", "compared"};

  private ReportOrders() {}

  /** What is left out: a PDF in the caller's language and the server's time zone. */
  static ReportOrder read(JsonFields fields, ReportSubject subject, Actor actor) {
    return new ReportOrder(
        subject,
        fields.constant("format", ReportFormat.PDF),
        fields.language("locale", actor.locale()),
        fields.timeZone("timeZone", ZoneId.systemDefault()));
  }

  /** Empty when the report is to be about the whole campaign. */
  static Optional<ComparedGroups> compared(JsonFields fields) {
    return fields
        .object("compared", "first", "second")
        .map(groups -> new ComparedGroups(group(groups, "first"), group(groups, "second")));
  }

  /** Left out, it is of all creatives and all viewers. */
  private static ViewerGroup group(JsonFields groups, String name) {
    return groups
        .object(name, "creative", "segment")
        .map(group -> new ViewerGroup(group.id("creative"), group.pairs("segment")))
        .orElseGet(() -> new ViewerGroup(null, Map.of()));
  }
}
