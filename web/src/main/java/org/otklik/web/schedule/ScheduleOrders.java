package org.otklik.web.schedule;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.otklik.access.Actor;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.report.ReportFormat;
import org.otklik.schedule.Delivery;
import org.otklik.schedule.MissedPolicy;
import org.otklik.schedule.NamePattern;
import org.otklik.schedule.Recipients;
import org.otklik.schedule.ScheduleOrder;
import org.otklik.schedule.recurrence.CalendarRecurrence;
import org.otklik.schedule.recurrence.FirePlan;
import org.otklik.schedule.recurrence.IntervalUnit;
import org.otklik.schedule.recurrence.OnceRecurrence;
import org.otklik.schedule.recurrence.Recurrence;
import org.otklik.schedule.recurrence.SimpleRecurrence;
import org.otklik.web.api.JsonFields;
import org.otklik.web.report.SubjectFields;

/** Reads what is wished of a schedule. */
@RequestScoped
class ScheduleOrders {
  private static final String[] FIELDS = {
    "name",
    "creative",
    "compared",
    "formats",
    "locale",
    "timeZone",
    "recurrence",
    "excludedDates",
    "excludeWeekends",
    "missed",
    "fileName",
    "delivery",
    "to",
    "cc",
    "bcc",
    "subject",
    "text",
    "skipWhenUnchanged",
    "keepDays"
  };

  private static final String[] ONCE = {"type", "start"};
  private static final String[] SIMPLE = {"type", "start", "end", "every", "unit", "times"};
  private static final String[] CALENDAR = {
    "type", "start", "end", "minutes", "hours", "daysOfMonth", "months", "weekdays"
  };
  private static final String[] RECURRENCE = {
    "type",
    "start",
    "end",
    "every",
    "unit",
    "times",
    "minutes",
    "hours",
    "daysOfMonth",
    "months",
    "weekdays"
  };

  private static final int MOST_EXCLUDED = 1000;
  private static final int LAST_MINUTE = 59;
  private static final int LAST_HOUR = 23;
  private static final int LAST_DAY = 31;
  private static final int LAST_MONTH = 12;

  @Inject private SubjectFields subjects;

  ScheduleOrder read(InputStream body, Actor actor, UUID campaignId) {
    JsonFields fields = JsonFields.read(body, FIELDS);
    List<ReportFormat> formats = fields.constants("formats", ReportFormat.class);
    String fileName = fields.text("fileName");
    String subject = fields.text("subject");
    return new ScheduleOrder(
        fields.text("name"),
        subjects.read(fields, actor, campaignId),
        formats.isEmpty() ? List.of(ReportFormat.PDF) : formats,
        fields.language("locale", actor.locale()),
        plan(fields),
        fields.constant("missed", MissedPolicy.RUN_ONCE),
        fileName == null ? NamePattern.STANDARD_FILE_NAME : NamePattern.of("fileName", fileName),
        fields.constant("delivery", Delivery.ATTACHMENT),
        Recipients.of(fields.texts("to"), fields.texts("cc"), fields.texts("bcc")),
        subject == null ? null : NamePattern.of("subject", subject),
        fields.text("text"),
        fields.flag("skipWhenUnchanged", false),
        fields.wholeNumber("keepDays", 1, ScheduleOrder.MOST_KEEP_DAYS));
  }

  /** Of a schedule of which nothing else need be known yet. */
  FirePlan plan(InputStream body) {
    return plan(JsonFields.read(body, FIELDS));
  }

  private static FirePlan plan(JsonFields fields) {
    var excluded = fields.dates("excludedDates");
    if (excluded.size() > MOST_EXCLUDED) {
      throw new ProblemException(
          ProblemCode.FIELD_INVALID, "excludedDates", excluded.size(), "≤ " + MOST_EXCLUDED);
    }
    return new FirePlan(
        recurrence(fields),
        fields.timeZone("timeZone", ZoneId.systemDefault()),
        Set.copyOf(excluded),
        fields.flag("excludeWeekends", false));
  }

  /** Its fields depend on its type, so it is looked at twice. */
  private static Recurrence recurrence(JsonFields fields) {
    RecurrenceView.Kind type =
        fields
            .object("recurrence", RECURRENCE)
            .map(recurrence -> type(recurrence))
            .orElseThrow(() -> new ProblemException(ProblemCode.FIELD_MISSING, "recurrence"));
    return switch (type) {
      case ONCE -> new OnceRecurrence(start(recurrence(fields, ONCE)));
      case SIMPLE -> simple(recurrence(fields, SIMPLE));
      case CALENDAR -> calendar(recurrence(fields, CALENDAR));
    };
  }

  private static RecurrenceView.Kind type(JsonFields recurrence) {
    required("type", recurrence.text("type"));
    return recurrence.constant("type", RecurrenceView.Kind.ONCE);
  }

  private static JsonFields recurrence(JsonFields fields, String... known) {
    return fields.object("recurrence", known).orElseThrow();
  }

  private static Recurrence simple(JsonFields fields) {
    required("unit", fields.text("unit"));
    return new SimpleRecurrence(
        start(fields),
        required("every", fields.wholeNumber("every", 1, SimpleRecurrence.MOST_EVERY)),
        fields.constant("unit", IntervalUnit.DAYS),
        fields.localTime("end"),
        fields.wholeNumber("times", 1, SimpleRecurrence.MOST_TIMES));
  }

  private static Recurrence calendar(JsonFields fields) {
    return new CalendarRecurrence(
        fields.wholeNumbers("minutes", 0, LAST_MINUTE),
        fields.wholeNumbers("hours", 0, LAST_HOUR),
        fields.wholeNumbers("daysOfMonth", 1, LAST_DAY),
        fields.wholeNumbers("months", 1, LAST_MONTH),
        fields.constants("weekdays", DayOfWeek.class),
        fields.localTime("start"),
        fields.localTime("end"));
  }

  private static LocalDateTime start(JsonFields fields) {
    return required("start", fields.localTime("start"));
  }

  private static <T> T required(String name, T value) {
    if (value == null) {
      throw new ProblemException(ProblemCode.FIELD_MISSING, "recurrence." + name);
    }
    return value;
  }
}
