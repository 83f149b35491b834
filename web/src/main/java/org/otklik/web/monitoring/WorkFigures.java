package org.otklik.web.monitoring;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.otklik.administration.NodeLine;
import org.otklik.administration.OperatingFigures;
import org.otklik.administration.OperatingReport;
import org.otklik.administration.Surroundings;
import org.otklik.administration.Trouble;
import org.otklik.administration.TroubleKind;
import org.otklik.analysis.frame.StoredFrames;
import org.otklik.outage.ChildFailures;
import org.otklik.outage.FaultLog;
import org.otklik.storage.object.ObjectTraffic;
import org.otklik.vision.model.InferenceTimes;

/** What the application knows of its own work. */
final class WorkFigures {
  private WorkFigures() {}

  static void write(PrometheusText text, OperatingReport report) {
    write(text, report.surroundings());
    report.figures().ifPresent(figures -> write(text, figures));
    writeOfThisProcess(text);
    Set<TroubleKind> wrong =
        report.troubles().stream().map(Trouble::kind).collect(Collectors.toSet());
    for (TroubleKind kind : TroubleKind.values()) {
      text.gauge(
          "otklik_trouble",
          "1 for what is wrong, as the administrators' page says it in words.",
          Map.of("kind", lower(kind.name())),
          wrong.contains(kind) ? 1 : 0);
    }
  }

  private static void write(PrometheusText text, Surroundings around) {
    text.gauge(
        "otklik_database_up", "1 while the database answers.", around.databaseAnswers() ? 1 : 0);
    text.gauge(
        "otklik_database_read_only",
        "1 while the database takes no changes.",
        around.isReadOnly() ? 1 : 0);
    text.gauge("otklik_disk_full", "1 while nothing more is taken.", around.isDiskFull() ? 1 : 0);
    text.gauge("otklik_disk_free_bytes", "On the fullest disk of media.", around.freeBytes());
    text.gauge(
        "otklik_disk_reserved_bytes",
        "Of them, kept for jobs and database.",
        around.reservedBytes());
    text.gauge(
        "otklik_store_up",
        "1 while the object store answers, also without one.",
        around.isStoreAway() ? 0 : 1);
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
    text.gauge(
        "otklik_jobs_overdue",
        "Jobs that should have begun more than an hour ago.",
        figures.backlog().overdue());
    text.gauge("otklik_uploads", "Videos that arrive or broke off.", figures.uploads());
    text.gauge("otklik_mails_waiting", "Mails to be sent.", figures.mails().waiting());
    text.gauge(
        "otklik_mails_refused",
        "Of them, refused at least once by the mail server.",
        figures.mails().refused());
    text.gauge("otklik_mails_sent", "Mails sent within the last hour.", figures.mails().sent());
    text.gauge("otklik_database_bytes", "Size of the database.", figures.databaseBytes());
    text.gauge(
        "otklik_database_server_connections",
        "Connections of the whole PostgreSQL, whoever has them.",
        figures.connections().used());
    text.gauge(
        "otklik_database_server_max_connections",
        "Connections of PostgreSQL at most.",
        figures.connections().max());
    for (NodeLine node : figures.nodes()) {
      text.gauge(
          "otklik_node_up",
          "1 while a server says that it is there, 0 once it is silent or lost.",
          Map.of("node", node.name()),
          node.isThere() && !node.isSilent() ? 1 : 0);
    }
  }

  private static void writeOfThisProcess(PrometheusText text) {
    text.counter(
        "otklik_frames_analysed_total",
        "Frames that this server has analysed and stored.",
        StoredFrames.OF_THIS_PROCESS.total());
    Map<String, InferenceTimes.Sum> times = InferenceTimes.OF_THIS_PROCESS.sums();
    times.forEach(
        (model, sum) ->
            text.counter(
                "otklik_inferences_total",
                "Calls of a model.",
                Map.of("model", model),
                sum.calls()));
    times.forEach(
        (model, sum) ->
            text.counter(
                "otklik_inference_seconds_total",
                "Time that they took, in all threads together.",
                Map.of("model", model),
                sum.seconds()));
    text.counter(
        "otklik_decoder_failures_total",
        "Decoders that broke off.",
        ChildFailures.OF_THIS_PROCESS.total());
    write(text, ObjectTraffic.OF_THIS_PROCESS);
    text.counter(
        "otklik_faults_total", "Unexpected exceptions, which are in the log.", FaultLog.faults());
  }

  private static void write(PrometheusText text, ObjectTraffic store) {
    text.counter("otklik_store_sent_bytes_total", "Sent to the object store.", store.sentBytes());
    text.counter(
        "otklik_store_fetched_bytes_total", "Fetched from the object store.", store.fetchedBytes());
    text.counter(
        "otklik_store_failures_total",
        "Calls that the object store did not answer as it should.",
        store.failures());
    text.counter(
        "otklik_store_cache_hits_total",
        "Content that lay in this server's cache when it was needed.",
        store.hits());
    text.counter(
        "otklik_store_cache_misses_total",
        "Content that had to be fetched from the object store first.",
        store.misses());
    text.gauge("otklik_store_cache_bytes", "Copies in this server's cache.", store.cachedBytes());
  }

  private static Map<String, String> labels(OperatingFigures.JobCount count) {
    return Map.of("job", count.name(), "state", lower(count.state()));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
