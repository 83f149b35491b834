package org.otklik.it;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.otklik.bench.server.StoredRows;
import org.otklik.database.DatabaseRole;
import org.otklik.database.LocalDatabase;

/**
 * Analysed viewers of a creative, written as rows: what they feel is known to the second, and there
 * may be hundreds. {@code viewers.sql} tells it.
 */
final class ViewersFixture {
  private final LocalDatabase database;

  private ViewersFixture(LocalDatabase database) {
    this.database = database;
  }

  /** Those of the server that tests share. */
  static ViewersFixture shared() {
    return in(TestGround.database());
  }

  static ViewersFixture in(LocalDatabase database) {
    return new ViewersFixture(database);
  }

  /** Adds so many viewers, women and men in turn. */
  void add(String creative, int count) throws IOException, SQLException {
    StoredRows.in(database).viewers(creative, count);
  }

  /**
   * Records the first viewers a second time: the same seconds from another video.
   *
   * @param count how many of them
   */
  void recordAgain(String creative, int count) throws SQLException {
    try (Connection connection = database.connect(DatabaseRole.OWNER);
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          begin;
          insert into core.media_object (sha256, size_bytes, media_type)
          values (repeat('7', 64), 1, 'video/mp4') on conflict do nothing;
          create temporary table again on commit drop as
          select recording.*, run.id as run_id
          from core.recording
          join core.creative on creative.id = recording.creative_id
          join core.viewer on viewer.id = recording.viewer_id
          join core.analysis_run as run on run.recording_id = recording.id
          where creative.public_id = '%1$s' and viewer.code <= 'v' || lpad('%2$s', 4, '0');
          insert into core.recording (public_id, creative_id, viewer_id, media_sha256, duration_ms,
              width_px, height_px, rotation_degrees, frame_rate, frame_count, created_by)
          select gen_random_uuid(), creative_id, viewer_id, repeat('7', 64), duration_ms, width_px,
              height_px, rotation_degrees, frame_rate, frame_count, created_by
          from again;
          alter table again add column second_id bigint, add column second_run_id bigint;
          update again set second_id = recording.id
          from core.recording
          where recording.creative_id = again.creative_id
              and recording.viewer_id = again.viewer_id and recording.media_sha256 = repeat('7', 64);
          insert into core.analysis_run (recording_id, state, sample_hz, vision_settings,
              detector_name, detector_sha256, classifier_name, classifier_sha256, frames_sampled,
              queued_at, started_at, finished_at)
          select second_id, run.state, sample_hz, vision_settings, detector_name, detector_sha256,
              classifier_name, classifier_sha256, frames_sampled, now(), now(), now()
          from again
          join core.analysis_run as run on run.id = again.run_id;
          update again set second_run_id = run.id
          from core.analysis_run as run
          where run.recording_id = again.second_id;
          insert into agg.viewing (recording_id, analysis_run_id, response, exclusion_reason,
              observed_s, positive_s, negative_s, coverage, attention, settings_version, computed_at)
          select second_id, second_run_id, response, exclusion_reason, observed_s, positive_s,
              negative_s, coverage, attention, settings_version, now()
          from again
          join agg.viewing on viewing.recording_id = again.id;
          insert into agg.viewer_second (analysis_run_id, second_no, observed_share, attentive_share,
              state, anger_probability, disgust_probability, fear_probability,
              happiness_probability, sadness_probability, surprise_probability,
              neutral_probability, valence, arousal, is_in_creative)
          select second_run_id, second_no, observed_share, attentive_share, state, anger_probability,
              disgust_probability, fear_probability, happiness_probability, sadness_probability,
              surprise_probability, neutral_probability, valence, arousal, is_in_creative
          from again
          join agg.viewer_second on viewer_second.analysis_run_id = again.run_id;
          commit;
          """
              .formatted(creative, count));
    }
  }

  /** A further version of the settings with another K, before anything is calculated with it. */
  void changeSettings(String campaign, double silentWeight) throws SQLException {
    try (Connection connection = database.connect(DatabaseRole.OWNER);
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          begin;
          insert into core.campaign_settings (campaign_id, version, state_threshold, coverage_limit,
              min_response_share, min_response_s, silent_weight, polarity, baseline_method,
              baseline_s, smoothing_ms, changed_by)
          select campaign_id, campaign_settings.version + 1, state_threshold, coverage_limit,
              min_response_share, min_response_s, %2$s, polarity, baseline_method, baseline_s,
              smoothing_ms, changed_by
          from core.campaign_settings
          join core.campaign on campaign.id = campaign_settings.campaign_id
              and campaign.settings_version = campaign_settings.version
          where campaign.public_id = '%1$s';
          update core.campaign set settings_version = settings_version + 1
          where public_id = '%1$s';
          commit;
          """
              .formatted(campaign, silentWeight));
    }
  }

  /** Has the creative summarised, as after an analysis. */
  void summarise(String creative) throws SQLException {
    outdate(creative);
    update(
        "insert into core.job_request (job_name, subject_id, lane)"
            + " select 'summarise-creative', id, 'SHORT' from core.creative where public_id = ?::uuid",
        creative);
  }

  /** Says that its figures are not of today. */
  void outdate(String creative) throws SQLException {
    update("update core.creative set summary_state = 'STALE' where public_id = ?::uuid", creative);
  }

  /** Leaves a viewer out. */
  void exclude(String creative, String viewer) throws SQLException {
    update(
        "update agg.viewing set response = 'EXCLUDED', exclusion_reason = 'LOW_COVERAGE'"
            + " from core.recording"
            + " join core.creative on creative.id = recording.creative_id"
            + " join core.viewer on viewer.id = recording.viewer_id"
            + " where recording.id = viewing.recording_id and viewer.code = '"
            + viewer
            + "' and creative.public_id = ?::uuid",
        creative);
  }

  /** Pretends that the video is longer than it is. */
  void stretch(String creative, int durationMs) throws SQLException {
    update(
        "update core.creative set duration_ms = " + durationMs + " where public_id = ?::uuid",
        creative);
  }

  private void update(String sql, String creative) throws SQLException {
    try (Connection connection = database.connect(DatabaseRole.OWNER);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, creative);
      statement.executeUpdate();
    }
  }
}
