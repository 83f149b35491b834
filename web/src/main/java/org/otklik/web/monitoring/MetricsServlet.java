package org.otklik.web.monitoring;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Map;
import org.otklik.administration.MonitoringService;
import org.otklik.administration.OperatingFigures;
import org.otklik.outage.DatabaseWatch;
import org.otklik.outage.FaultLog;
import org.otklik.outage.Outage;
import org.otklik.settings.MonitoringSettings;
import org.otklik.storage.MediaDisk;

/**
 * {@code /metrics}, for Prometheus: for whoever sends the settings' token, and nobody where there
 * is none. Answers while the database is away, too, without what only it knows.
 */
@WebServlet("/metrics")
public class MetricsServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String BEARER = "Bearer ";

  @Inject private transient MonitoringSettings settings;
  @Inject private transient MonitoringService monitoring;
  @Inject private transient DatabaseWatch database;
  @Inject private transient MediaDisk disk;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (settings.metricsToken() == null) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (!mayRead(request.getHeader("Authorization"))) {
      response.setHeader("WWW-Authenticate", BEARER.strip());
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    } else {
      response.setContentType(PrometheusText.MEDIA_TYPE);
      response.setHeader("Cache-Control", "no-store");
      response.getWriter().write(text());
    }
  }

  /** Takes equally long whether the token is right or wrong. */
  private boolean mayRead(String authorization) {
    return authorization != null
        && authorization.startsWith(BEARER)
        && MessageDigest.isEqual(
            authorization.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8),
            settings.metricsToken().getBytes(StandardCharsets.UTF_8));
  }

  private String text() {
    boolean answers = database.answers();
    PrometheusText text = new PrometheusText();
    text.gauge("otklik_database_up", "1 while the database answers.", answers ? 1 : 0);
    text.gauge(
        "otklik_database_read_only",
        "1 while the database takes no changes.",
        FaultLog.isCurrent(Outage.DATABASE_READ_ONLY) ? 1 : 0);
    text.gauge("otklik_disk_full", "1 while nothing more is taken.", disk.isFull() ? 1 : 0);
    text.gauge("otklik_disk_free_bytes", "On the fullest disk of media.", disk.freeBytes());
    text.gauge(
        "otklik_disk_reserved_bytes", "Of them, kept for jobs and database.", disk.reservedBytes());
    if (answers) {
      write(text, monitoring.figures());
    }
    MachineFigures.write(text);
    return text.toString();
  }

  private static void write(PrometheusText text, OperatingFigures figures) {
    for (OperatingFigures.JobCount count : figures.jobs()) {
      text.gauge(
          "otklik_jobs",
          "Jobs that wait or run, and those that ended within the last hour.",
          labels(count),
          count.jobs());
    }
    for (OperatingFigures.JobCount count : figures.jobs()) {
      text.gauge(
          "otklik_job_oldest_seconds",
          "How long the first of them has been in that state.",
          labels(count),
          count.oldestSeconds());
    }
    text.gauge("otklik_uploads", "Videos that arrive or broke off.", figures.uploads());
    text.gauge("otklik_mails_waiting", "Mails to be sent.", figures.mailsWaiting());
    text.gauge(
        "otklik_mails_refused",
        "Of them, refused at least once by the mail server.",
        figures.mailsRefused());
    text.gauge("otklik_database_bytes", "Size of the database.", figures.databaseBytes());
  }

  private static Map<String, String> labels(OperatingFigures.JobCount count) {
    return Map.of("job", count.name(), "state", count.state().toLowerCase(Locale.ROOT));
  }
}
