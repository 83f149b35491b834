package org.otklik.web.report;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.ByteArrayInputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import org.otklik.report.ReportFormat;
import org.otklik.web.api.JsonFields;

/** What is wished of a report, as the page's form has it. */
public class ReportForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private final SubjectForm subject = new SubjectForm();
  private ReportFormat format = ReportFormat.PDF;
  private String language;
  private String timeZone = ZoneId.systemDefault().getId();

  /** In the words of the API, so that one place checks both. */
  JsonFields fields() {
    JsonObjectBuilder json =
        Json.createObjectBuilder().add("format", format.name()).add("locale", language);
    json.add("timeZone", timeZone == null ? "" : timeZone.strip());
    subject.addTo(json);
    byte[] text = json.build().toString().getBytes(StandardCharsets.UTF_8);
    return JsonFields.read(new ByteArrayInputStream(text), ReportOrders.ALL_FIELDS);
  }

  public SubjectForm getSubject() {
    return subject;
  }

  public ReportFormat getFormat() {
    return format;
  }

  public void setFormat(ReportFormat format) {
    this.format = format;
  }

  public ReportFormat[] getFormats() {
    return ReportFormat.values();
  }

  public String getLanguage() {
    return language;
  }

  public void setLanguage(String language) {
    this.language = language;
  }

  public String getTimeZone() {
    return timeZone;
  }

  public void setTimeZone(String timeZone) {
    this.timeZone = timeZone;
  }
}
