package org.otklik.analysis.viewing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.otklik.metric.Viewing;
import org.otklik.vision.track.FrozenPeriod;
import org.otklik.vision.track.TrackSummary;

/** What became of a recording: the rows of {@code agg.face_track} and {@code agg.viewing}. */
@ApplicationScoped
public class ViewingStore {
  private static final String INSERT_TRACK =
      """
      insert into agg.face_track (
          analysis_run_id, face_track, first_ms, last_ms, frames, mean_area_px, is_viewer,
          frozen_ms)
      values (
          :analysis_run_id, :face_track, :first_ms, :last_ms, :frames, :mean_area_px, :is_viewer,
          :frozen_ms::int4multirange)
      """;

  private static final String INSERT_VIEWING =
      """
      insert into agg.viewing (
          recording_id, analysis_run_id, response, exclusion_reason,
          observed_s, positive_s, negative_s, coverage, baseline_state, attention, turn_degrees,
          settings_version, decision_id, computed_at)
      values (
          :recording_id, :analysis_run_id, :response, :exclusion_reason,
          :observed_s, :positive_s, :negative_s, :coverage, :baseline_state, :attention, :turn_degrees,
          :settings_version, :decision_id, :computed_at)
      """;

  @Inject private Jdbi jdbi;

  void replaceTracks(long runId, Collection<TrackSummary> tracks, Set<Integer> viewerTracks) {
    jdbi.useHandle(
        handle -> {
          handle
              .createUpdate("delete from agg.face_track where analysis_run_id = :analysis_run_id")
              .bind("analysis_run_id", runId)
              .execute();
          PreparedBatch batch = handle.prepareBatch(INSERT_TRACK);
          for (TrackSummary track : tracks) {
            batch
                .bind("analysis_run_id", runId)
                .bind("face_track", track.trackId())
                .bind("first_ms", track.firstMs())
                .bind("last_ms", track.lastMs())
                .bind("frames", track.frames())
                .bind("mean_area_px", track.meanBox().areaPx())
                .bind("is_viewer", viewerTracks.contains(track.trackId()))
                .bind("frozen_ms", ranges(track.frozen()))
                .add();
          }
          batch.execute();
        });
  }

  /** As PostgreSQL writes a set of times: each from after its first frame to its last. */
  private static String ranges(List<FrozenPeriod> periods) {
    return periods.stream()
        .map(period -> "(%d,%d]".formatted(period.afterMs(), period.untilMs()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  void replaceViewing(EvaluatedViewing viewing, Instant at) {
    Viewing contact = viewing.contact();
    jdbi.useHandle(
        handle -> {
          handle
              .createUpdate("delete from agg.viewing where recording_id = :recording_id")
              .bind("recording_id", viewing.recordingId())
              .execute();
          handle
              .createUpdate(INSERT_VIEWING)
              .bind("recording_id", viewing.recordingId())
              .bind("analysis_run_id", viewing.runId())
              .bind("response", contact.outcome())
              .bind("exclusion_reason", contact.reason())
              .bind("observed_s", contact.observedSeconds())
              .bind("positive_s", contact.positiveSeconds())
              .bind("negative_s", contact.negativeSeconds())
              .bind("coverage", contact.coverage())
              .bind("baseline_state", viewing.baseline())
              .bind("attention", viewing.attention())
              .bind("turn_degrees", viewing.turnDegrees())
              .bind("settings_version", viewing.settingsVersion())
              .bind("decision_id", viewing.verdictId())
              .bind("computed_at", at)
              .execute();
        });
  }

  /** What the run's viewing was judged to be, beside its seconds. */
  StoredJudgement judgement(long runId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select exclusion_reason, attention, turn_degrees, baseline_state,
                        exists (
                            select from agg.face_track as track
                            where track.analysis_run_id = :run_id and track.is_viewer) as has_viewer
                    from agg.viewing
                    where analysis_run_id = :run_id
                    """)
                .bind("run_id", runId)
                .map((row, context) -> StoredJudgement.of(row))
                .one());
  }

  /**
   * The runs of a creative's viewings that were judged with other settings, or another verdict,
   * than hold now.
   *
   * @param settingsVersions those by which viewings are judged as they are to be
   */
  List<Long> outdatedRuns(long creativeId, Set<Integer> settingsVersions) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select viewing.analysis_run_id
                    from agg.viewing
                    join core.recording on recording.id = viewing.recording_id
                    where recording.creative_id = :creative_id
                        and (viewing.settings_version <> all (:settings_versions)
                             or viewing.decision_id is distinct from (
                                 select max(decision.id)
                                 from core.viewing_decision as decision
                                 where decision.recording_id = viewing.recording_id))
                    order by recording.id
                    """)
                .bind("creative_id", creativeId)
                .bindArray("settings_versions", Integer.class, settingsVersions)
                .mapTo(Long.class)
                .list());
  }
}
