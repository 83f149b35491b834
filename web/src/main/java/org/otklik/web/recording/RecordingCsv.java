package org.otklik.web.recording;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.otklik.analysis.viewing.ViewingListing;
import org.otklik.analysis.viewing.ViewingView;
import org.otklik.spreadsheet.CsvRecords;

/** The table of recordings as CSV: one line a recording, one column an attribute. */
final class RecordingCsv {
  private static final List<String> COLUMNS =
      List.of(
          "recording_id",
          "viewer",
          "creative",
          "state",
          "response",
          "exclusion_reason",
          "grade",
          "coverage",
          "attention",
          "observed_s",
          "positive_s",
          "negative_s",
          "duration_s",
          "decision",
          "note",
          "uploaded_at",
          "start_method",
          "start_ms",
          "sound_finding",
          "source");

  private static final double MS = 1000;

  private RecordingCsv() {}

  /**
   * @param creatives names by id
   * @param coverageLimit of the campaign, 0..1
   */
  static void write(
      List<ViewingListing.Entry> entries,
      Map<UUID, String> creatives,
      double coverageLimit,
      CsvRecords to)
      throws IOException {
    SortedSet<String> attributes = new TreeSet<>();
    entries.forEach(entry -> attributes.addAll(entry.viewing().segments().keySet()));
    List<Object> heading = new ArrayList<>(COLUMNS);
    attributes.forEach(name -> heading.add("attribute:" + name));
    to.write(heading);
    for (ViewingListing.Entry entry : entries) {
      List<Object> line = line(entry, creatives, coverageLimit);
      attributes.forEach(name -> line.add(entry.viewing().segments().get(name)));
      to.write(line);
    }
  }

  /** What was not observed is empty, not nought. */
  private static List<Object> line(
      ViewingListing.Entry entry, Map<UUID, String> creatives, double coverageLimit) {
    ViewingView viewing = entry.viewing();
    boolean observed = viewing.isObserved();
    List<Object> line = new ArrayList<>();
    line.add(viewing.recordingId());
    line.add(viewing.viewerCode());
    line.add(creatives.get(entry.creativeId()));
    line.add(viewing.state());
    line.add(viewing.outcome());
    line.add(viewing.reason());
    line.add(viewing.grade(coverageLimit));
    line.add(observed ? viewing.coverage() : null);
    line.add(observed ? viewing.attention() : null);
    line.add(observed ? viewing.observedSeconds() : null);
    line.add(observed ? viewing.positiveSeconds() : null);
    line.add(observed ? viewing.negativeSeconds() : null);
    line.add(viewing.durationMs() / MS);
    line.add(viewing.verdict());
    line.add(viewing.verdictNote());
    line.add(viewing.uploadedAt());
    line.add(viewing.start().method());
    line.add(viewing.start().startMs());
    line.add(viewing.start().finding());
    line.add(viewing.source());
    return line;
  }
}
