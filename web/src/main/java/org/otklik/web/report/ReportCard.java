package org.otklik.web.report;

import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Collectors;
import org.otklik.analysis.run.RunState;
import org.otklik.report.ArchivedReport;
import org.otklik.report.Report;
import org.otklik.report.link.ReportLink;
import org.otklik.report.request.ReportFormat;

/** A report in the list, with the links to it. */
public record ReportCard(ArchivedReport archived, List<ReportLink> links) {
  /** Looking for the provider takes longer than reading a small object. */
  private static final JsonProvider JSON = JsonProvider.provider();

  public Report report() {
    return archived.report();
  }

  public boolean isReady() {
    return report().state() == RunState.COMPLETED;
  }

  public boolean isFailed() {
    return report().state() == RunState.FAILED;
  }

  /** Browsers show PDFs themselves. */
  public boolean isShown() {
    return isReady() && report().format() == ReportFormat.PDF;
  }

  /** “3”, or “2, 3” where creatives were computed with different ones; empty until it is made. */
  public String settingsVersion() {
    if (report().settings() == null) {
      return "";
    }
    try (JsonReader reader = JSON.createReader(new StringReader(report().settings()))) {
      JsonValue version = reader.readObject().get("settingsVersion");
      return version == null
          ? ""
          : version.getValueType() == JsonValue.ValueType.ARRAY
              ? version.asJsonArray().stream()
                  .map(JsonValue::toString)
                  .distinct()
                  .collect(Collectors.joining(", "))
              : version.toString();
    }
  }
}
