package org.otklik.analysis.viewing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.otklik.analysis.run.RunSettings;
import org.otklik.analysis.run.RunState;
import org.otklik.json.StoredJson;
import org.otklik.metric.ExclusionReason;
import org.otklik.metric.ResponseType;
import org.otklik.problem.ProblemCode;
import org.otklik.recording.Recording;
import org.otklik.recording.RecordingSource;
import org.otklik.recording.RecordingStart;
import org.otklik.recording.StartMethod;
import org.otklik.sound.SoundFinding;
import org.otklik.timeline.BaselineMethod;
import org.otklik.timeline.BaselineState;
import org.otklik.timeline.CorrectionSettings;
import org.otklik.video.VideoCondition;
import org.otklik.video.VideoState;

/** Recordings as they are shown: each with its current run and, once judged, its viewing. */
@ApplicationScoped
public class ViewingViewStore {
  /** How a run was, or will be, corrected: as asked for with it, else as its campaign says. */
  private static final String CORRECTION =
      """
      coalesce(run.baseline_method, settings.baseline_method) as baseline_method,
          case when run.baseline_method is null then settings.baseline_s else run.baseline_s
              end as baseline_s,
          coalesce(run.smoothing_ms, settings.smoothing_ms) as smoothing_ms
      """;

  /** The version that a viewing was judged with; before it is, the one that holds. */
  private static final String SETTINGS =
      """
      join core.creative on creative.id = recording.creative_id
      join core.campaign on campaign.id = creative.campaign_id
      join core.campaign_settings as settings
          on settings.campaign_id = campaign.id
          and settings.version = coalesce(viewing.settings_version, campaign.settings_version)
      """;

  private static final String VIEWINGS =
      """
      select recording.public_id, viewer.code, viewer.segments::text as segments,
          recording.duration_ms, recording.created_at, creative.public_id as creative_public_id,
          run.state, run.progress_ms, run.failure_code, run.frames_sampled,
          viewing.response, viewing.exclusion_reason, viewing.observed_s, viewing.positive_s,
          viewing.negative_s, viewing.coverage, viewing.attention,
          viewing.turn_degrees as needed_turn_degrees, viewing.baseline_state,
          run.sample_hz, run.vision_settings::text as vision_settings, run.turn_degrees,
          run.baseline_method is not null as is_own_correction,
          coalesce(decision.decision, 'AUTOMATIC') as decision, decision.note as decision_note,
          recording.start_method, recording.clock_from_ms[1] - recording.clock_creative_ms[1] as start_ms,
          recording.sound_finding, recording.sound_score, recording.sound_pieces,
          recording.sound_heard_pieces, recording.sound_drift_ppm,
          case when recording.source = 'LIVE_SHOWING' then 'NEVER'
              when recording.video_deleted_at is not null then 'DELETED'
              else coalesce(video.state, 'PREPARING') end as video_state,
          case when recording.source = 'LIVE_SHOWING' then 'VIDEO_NEVER_RECORDED'
              when recording.video_deleted_at is not null then 'VIDEO_DELETED'
              else video.failure_code end as video_failure_code,
          recording.video_deleted_at, run.frames_deleted_at, recording.sound_channels,
          recording.source,
          %s
      from core.recording
      join core.viewer on viewer.id = recording.viewer_id
      left join core.video on video.media_sha256 = recording.media_sha256
      join core.analysis_run as run on run.recording_id = recording.id and run.is_current
      left join agg.viewing on viewing.recording_id = recording.id
      %s
      left join lateral (
          select newest.decision, newest.note
          from core.viewing_decision as newest
          where newest.recording_id = recording.id
          order by newest.id desc
          limit 1
      ) as decision on true
      """
          .formatted(CORRECTION, SETTINGS);

  @Inject private Jdbi jdbi;

  /** In the order of upload. */
  public List<ViewingView> ofCreative(long creativeId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    VIEWINGS + "where recording.creative_id = :creative_id order by recording.id")
                .bind("creative_id", creativeId)
                .map((row, context) -> viewing(row))
                .list());
  }

  /** In the order of the keys. */
  List<ViewingListing.Entry> entries(Long[] recordingIds) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    VIEWINGS
                        + "where recording.id = any (:recording_ids)"
                        + " order by array_position(:recording_ids, recording.id)")
                .bind("recording_ids", recordingIds)
                .map(
                    (row, context) ->
                        new ViewingListing.Entry(
                            row.getObject("creative_public_id", UUID.class), viewing(row)))
                .list());
  }

  public ViewingView ofRecording(long recordingId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(VIEWINGS + "where recording.id = :recording_id")
                .bind("recording_id", recordingId)
                .map((row, context) -> viewing(row))
                .one());
  }

  /** The recording of the same creative that was uploaded right before; empty for the first. */
  public Optional<ViewingNeighbour> before(Recording recording) {
    return neighbour(recording, "<", "desc");
  }

  /** The recording of the same creative that was uploaded next; empty for the last. */
  public Optional<ViewingNeighbour> after(Recording recording) {
    return neighbour(recording, ">", "asc");
  }

  private Optional<ViewingNeighbour> neighbour(Recording recording, String side, String order) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select recording.public_id, viewer.code
                    from core.recording
                    join core.viewer on viewer.id = recording.viewer_id
                    where recording.creative_id = :creative_id and recording.id %s :recording_id
                    order by recording.id %s
                    limit 1
                    """
                        .formatted(side, order))
                .bind("creative_id", recording.creative().id())
                .bind("recording_id", recording.id())
                .map(
                    (row, context) ->
                        new ViewingNeighbour(
                            row.getObject("public_id", UUID.class), row.getString("code")))
                .findOne());
  }

  /** How the creative's runs were corrected; several where they differ. */
  public List<CorrectionSettings> corrections(long creativeId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select distinct %s
                    from core.analysis_run as run
                    join core.recording on recording.id = run.recording_id
                    left join agg.viewing on viewing.recording_id = recording.id
                    %s
                    where recording.creative_id = :creative_id and run.is_current
                    order by 1, 2, 3
                    """
                        .formatted(CORRECTION, SETTINGS))
                .bind("creative_id", creativeId)
                .map((row, context) -> correction(row))
                .list());
  }

  private static ViewingView viewing(ResultSet row) throws SQLException {
    int durationMs = row.getInt("duration_ms");
    return new ViewingView(
        row.getObject("public_id", UUID.class),
        row.getString("code"),
        StoredJson.attributes(row.getString("segments")),
        durationMs,
        RunState.valueOf(row.getString("state")),
        Math.min(1.0, (double) row.getInt("progress_ms") / durationMs),
        named(row.getString("failure_code"), ProblemCode::valueOf),
        row.getInt("frames_sampled"),
        named(row.getString("response"), ResponseType::valueOf),
        named(row.getString("exclusion_reason"), ExclusionReason::valueOf),
        row.getDouble("observed_s"),
        row.getDouble("positive_s"),
        row.getDouble("negative_s"),
        row.getDouble("coverage"),
        row.getObject("attention", Double.class),
        row.getObject("needed_turn_degrees", Integer.class),
        new RunSettings(
            row.getDouble("sample_hz"),
            row.getString("vision_settings"),
            row.getInt("turn_degrees"),
            correction(row),
            row.getBoolean("is_own_correction")),
        named(row.getString("baseline_state"), BaselineState::valueOf),
        Decision.valueOf(row.getString("decision")),
        row.getString("decision_note"),
        row.getTimestamp("created_at").toInstant(),
        start(row),
        new VideoCondition(
            VideoState.valueOf(row.getString("video_state")),
            named(row.getString("video_failure_code"), ProblemCode::valueOf)),
        named(row.getTimestamp("video_deleted_at"), Timestamp::toInstant),
        named(row.getTimestamp("frames_deleted_at"), Timestamp::toInstant),
        List.of((Integer[]) row.getArray("sound_channels").getArray()),
        RecordingSource.valueOf(row.getString("source")));
  }

  private static RecordingStart start(ResultSet row) throws SQLException {
    return new RecordingStart(
        StartMethod.valueOf(row.getString("start_method")),
        row.getInt("start_ms"),
        named(row.getString("sound_finding"), SoundFinding::valueOf),
        row.getObject("sound_score", Double.class),
        row.getObject("sound_pieces", Integer.class),
        row.getObject("sound_heard_pieces", Integer.class),
        row.getObject("sound_drift_ppm", Double.class));
  }

  private static CorrectionSettings correction(ResultSet row) throws SQLException {
    return new CorrectionSettings(
        BaselineMethod.valueOf(row.getString("baseline_method")),
        row.getObject("baseline_s", Integer.class),
        row.getInt("smoothing_ms"));
  }

  private static <T, E> E named(T name, Function<T, E> of) {
    return name == null ? null : of.apply(name);
  }
}
