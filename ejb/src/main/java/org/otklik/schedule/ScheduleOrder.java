package org.otklik.schedule;

import java.util.List;
import java.util.Locale;
import org.otklik.problem.Fields;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.report.ReportFormat;
import org.otklik.report.ReportSubject;
import org.otklik.schedule.recurrence.FirePlan;

/**
 * A schedule as its owner wants it.
 *
 * @param subject what the reports are about
 * @param locale of reports and mail: English or Russian
 * @param fileName pattern of the attachments' names
 * @param mailSubject pattern of the mail's subject; null for the standard one
 * @param mailText the owner's words in the mail, several lines if need be; null for none
 * @param skipsUnchanged whether a fire makes nothing when no figure is new
 * @param keepDays after which the reports may be deleted; null to keep them
 */
public record ScheduleOrder(
    String name,
    ReportSubject subject,
    List<ReportFormat> formats,
    Locale locale,
    FirePlan plan,
    MissedPolicy missedPolicy,
    NamePattern fileName,
    Delivery delivery,
    Recipients recipients,
    NamePattern mailSubject,
    String mailText,
    boolean skipsUnchanged,
    Integer keepDays) {
  public static final int MOST_KEEP_DAYS = 3650;

  private static final int NAME_LENGTH = 200;
  private static final int TEXT_LENGTH = 4000;

  /**
   * @throws ProblemException when a field is missing or cannot be
   */
  public ScheduleOrder {
    name = Fields.text("name", name, NAME_LENGTH);
    formats = formats.stream().distinct().sorted().toList();
    if (formats.isEmpty()) {
      throw new ProblemException(ProblemCode.FIELD_MISSING, "formats");
    }
    if (mailText != null) {
      mailText = text(mailText);
    }
  }

  /** Lines may be broken; anything else that is no character is refused. */
  private static String text(String text) {
    String lines = text.strip().replace("\r\n", "\n").replace('\r', '\n');
    if (lines.isEmpty()) {
      return null;
    }
    for (String line : lines.split("\n")) {
      if (!line.isBlank()) {
        Fields.text("text", line.replace('\t', ' '), TEXT_LENGTH);
      }
    }
    if (lines.length() > TEXT_LENGTH) {
      throw new ProblemException(
          ProblemCode.FIELD_INVALID, "text", lines.substring(0, 20) + "…", "≤ " + TEXT_LENGTH);
    }
    return lines;
  }
}
