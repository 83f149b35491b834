package org.otklik.analysis.selection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Deletes all that analyses of recordings have found; the recordings stay, and that they ran. */
@ApplicationScoped
public class AnalysisRows {
  /** In an order in which nothing refers to what is gone. */
  static final List<String> DELETE =
      List.of(
          RecordingJobs.FORGET_CHECKPOINTS,
          "delete from agg.viewing where recording_id = any (:recordings)",
          "delete from core.face_choice where recording_id = any (:recordings)",
          ofRuns("core.frame_observation"),
          ofRuns("agg.viewer_second"),
          ofRuns("agg.face_track"),
          ofRuns("agg.face_question"),
          ofRuns("core.turn_check"),
          ofRuns("agg.call_second"),
          ofRuns("agg.call_moment"),
          ofRuns("agg.call_course"),
          ofRuns("core.voice_window"),
          ofRuns("agg.voice_second"),
          ofRuns("core.voice_analysis"));

  @Inject private Jdbi jdbi;

  private static String ofRuns(String table) {
    return "delete from "
        + table
        + " where analysis_run_id in ("
        + "select id from core.analysis_run where recording_id = any (:recordings))";
  }

  /** Of one recording, none of whose analyses is running; choices made by what they found, too. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void delete(long recordingId) {
    Long[] recordings = {recordingId};
    jdbi.useHandle(
        handle ->
            DELETE.forEach(
                sql -> handle.createUpdate(sql).bind("recordings", recordings).execute()));
  }
}
