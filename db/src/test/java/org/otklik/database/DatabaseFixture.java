package org.otklik.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Rows written straight into the tables, in one transaction that is never committed. */
final class DatabaseFixture implements AutoCloseable {
  private static final String SHA256 = "0".repeat(64);

  private final Connection connection;
  private final long creative;

  private DatabaseFixture(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
    long client =
        insert("insert into core.client (code, name) values ('it-rows', 'Rows') returning id");
    long user =
        insert(
            """
            insert into core.app_user (login, display_name, password_hash, role)
            values ('it-rows', 'Rows', '-', 'ANALYST') returning id
            """);
    execute(
        """
        insert into core.media_object (sha256, size_bytes, media_type) values (?, 1, 'video/mp4')
        on conflict do nothing
        """,
        SHA256);
    long campaign =
        insert(
            """
            insert into core.campaign (public_id, client_id, name, created_by)
            values (gen_random_uuid(), ?, 'Rows', ?) returning id
            """,
            client,
            user);
    insert(
        """
        insert into core.campaign_settings (campaign_id, version, state_threshold, coverage_limit,
            min_response_share, min_response_s, silent_weight, polarity, baseline_method,
            smoothing_ms, changed_by)
        values (?, 1, 0.5, 0.5, 0.05, 1, 0.5,
            '{"ANGER": "NEGATIVE", "DISGUST": "NEGATIVE", "FEAR": "NEGATIVE", "SADNESS": "NEGATIVE",
              "HAPPINESS": "POSITIVE", "SURPRISE": "POSITIVE", "NEUTRAL": "NEUTRAL"}',
            'NONE', 0, ?)
        returning version
        """,
        campaign,
        user);
    creative =
        insert(
            """
            insert into core.creative (public_id, campaign_id, name, media_sha256, duration_ms,
                width_px, height_px, frame_rate, created_by)
            values (gen_random_uuid(), ?, 'Ad', ?, 10000, 640, 360, 25, ?) returning id
            """,
            campaign,
            SHA256,
            user);
  }

  /** As the owner of the tables. */
  static DatabaseFixture open(FreshDatabase database) throws SQLException {
    return new DatabaseFixture(database.connect(DatabaseRole.OWNER));
  }

  /** A recording whose creative begins at 100 ms; gives the recording's key. */
  long recording(String viewerCode) throws SQLException {
    long viewer =
        insert(
            """
            insert into core.viewer (campaign_id, code)
            select campaign_id, ? from core.creative where id = ? returning id
            """,
            viewerCode,
            creative);
    return insert(
        """
        insert into core.recording (public_id, creative_id, viewer_id, media_sha256,
            clock_creative_ms, duration_ms, width_px, height_px, rotation_degrees, frame_rate,
            frame_count, created_by)
        select gen_random_uuid(), id, ?, media_sha256, '{-100}', 1000, 640, 360, 0, 25, 25, created_by
        from core.creative where id = ? returning id
        """,
        viewer,
        creative);
  }

  long run(long recording, String state, String failureCode) throws SQLException {
    return insert(
        """
        insert into core.analysis_run (recording_id, state, failure_code, sample_hz,
            vision_settings)
        values (?, ?, ?, 10, '{}') returning id
        """,
        recording,
        state,
        failureCode);
  }

  void viewing(long recording, long run, String outcome, String reason) throws SQLException {
    execute(
        """
        insert into agg.viewing (recording_id, analysis_run_id, response, exclusion_reason,
            observed_s, positive_s, negative_s, coverage, settings_version, computed_at)
        values (?, ?, ?, ?, 1, 0, 0, 0.1, 1, now())
        """,
        recording,
        run,
        outcome,
        reason);
  }

  void track(long run, int track, boolean isViewer) throws SQLException {
    execute(
        """
        insert into agg.face_track (analysis_run_id, face_track, first_ms, last_ms, frames,
            mean_area_px, is_viewer)
        values (?, ?, 0, 100, 2, 1000, ?)
        """,
        run,
        track,
        isViewer);
  }

  /** A frame without a face that was judged: outcome and reason as given, no probabilities. */
  void missing(long run, int mediaTimeMs, int track, String outcome, String reason)
      throws SQLException {
    execute(
        """
        insert into core.frame_observation (analysis_run_id, media_time_ms, face_track, result,
            quality_reason, run_month)
        select id, ?, ?, ?, ?, queued_month from core.analysis_run where id = ?
        """,
        mediaTimeMs,
        track,
        outcome,
        reason,
        run);
  }

  /** An observed face; all that is not happiness is neutral. */
  void observed(long run, int mediaTimeMs, int track, double happiness) throws SQLException {
    observed(run, mediaTimeMs, track, happiness, 1 - happiness);
  }

  void observed(long run, int mediaTimeMs, int track, double happiness, double neutral)
      throws SQLException {
    execute(
        """
        insert into core.frame_observation (analysis_run_id, media_time_ms, face_track, result,
            anger_probability, disgust_probability, fear_probability, happiness_probability,
            sadness_probability, surprise_probability, neutral_probability,
            dominant_emotion, margin, valence, arousal, run_month)
        select id, ?, ?, 'OBSERVED', 0, 0, 0, ?, 0, 0, ?, 'HAPPINESS', 0.5, 0.5, 0, queued_month
        from core.analysis_run where id = ?
        """,
        mediaTimeMs,
        track,
        happiness,
        neutral,
        run);
  }

  void execute(String sql, Object... arguments) throws SQLException {
    try (PreparedStatement statement = prepared(sql, arguments)) {
      statement.execute();
    }
  }

  /** Each row as its values' text, joined by {@code |}. */
  List<String> rows(String sql, Object... arguments) throws SQLException {
    return Rows.of(connection, sql, arguments);
  }

  private long insert(String sql, Object... arguments) throws SQLException {
    return Long.parseLong(rows(sql, arguments).get(0));
  }

  private PreparedStatement prepared(String sql, Object... arguments) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
    return statement;
  }

  @Override
  public void close() throws SQLException {
    connection.rollback();
    connection.close();
  }
}
