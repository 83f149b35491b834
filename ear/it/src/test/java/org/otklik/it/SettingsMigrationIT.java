package org.otklik.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.otklik.launcher.DatabaseMigration;
import org.otklik.launcher.DatabaseRole;
import org.otklik.launcher.LocalDatabase;

/** A database from before settings were versions goes on with what it had. */
class SettingsMigrationIT {
  /** Or the newest there is below it. */
  private static final String LAST_BEFORE = "11?";

  private static final String ROWS =
      """
      insert into core.client (id, code, name) values (1, 'old', 'Old');
      insert into core.app_user (id, login, display_name, password_hash, role)
      values (1, 'old', 'Old', '-', 'ANALYST');
      insert into core.media_object (sha256, size_bytes, media_type)
      values (repeat('0', 64), 1, 'video/mp4');
      insert into core.campaign (id, public_id, client_id, name, state_threshold, coverage_limit,
          silent_weight, created_by)
      values (1, gen_random_uuid(), 1, 'Old', 0.6, 0.4, 1, 1);
      insert into core.creative (id, public_id, campaign_id, name, media_sha256, duration_ms,
          width_px, height_px, frame_rate, summary_state, created_by)
      select id, gen_random_uuid(), 1, 'Ad', repeat('0', 64), 10000, 640, 360, 25, state, 1
      from (values (1, 'CURRENT'), (2, 'EMPTY')) as made (id, state);
      insert into core.viewer (id, campaign_id, code) values (1, 1, 'plain'), (2, 1, 'smoothed');
      insert into core.recording (id, public_id, creative_id, viewer_id, media_sha256, duration_ms,
          width_px, height_px, rotation_degrees, frame_rate, frame_count, created_by)
      select id, gen_random_uuid(), 1, id, repeat('0', 64), 10000, 640, 360, 0, 25, 250, 1
      from core.viewer;
      insert into core.analysis_run (id, recording_id, state, sample_hz, vision_settings,
          smoothing_ms)
      values (1, 1, 'COMPLETED', 10, '{}', 0), (2, 2, 'COMPLETED', 10, '{}', 300);
      insert into agg.viewing (recording_id, analysis_run_id, outcome, observed_s, positive_s,
          negative_s, coverage, baseline_state, computed_at)
      select id, id, 'NEUTRAL', 10, 0, 0, 1, 'OFF', now() from core.analysis_run;
      insert into agg.creative_score (creative_id, positive, negative, neutral, excluded, engaged,
          critical, silent, emo_nps_k, state_threshold, coverage_limit, least_trace_share,
          least_trace_seconds, polarity_version, computed_at)
      values (1, 0, 0, 2, 0, 0, 0, 2, 1, 0.6, 0.4, 0.05, 1, 'standard-1', now());
      """;

  @Test
  void whatWasSetBecomesTheFirstVersionAndSummariesAreMadeAnew()
      throws IOException, InterruptedException, SQLException {
    try (LocalDatabase database =
        LocalDatabase.start(
            LocalDatabase.Settings.of(
                TestGround.layout(), TestGround.newFolder("old").resolve("postgres"), false),
            TestGround.guard(),
            TestGround.console())) {
      migrateToTheOneBefore(database);
      try (Connection connection = database.connect(DatabaseRole.OWNER);
          Statement sql = connection.createStatement()) {
        sql.execute(ROWS);
      }
      DatabaseMigration.migrate(database);

      assertRows(
          database,
          """
          select version, state_threshold, coverage_limit, least_trace_share, least_trace_seconds,
              silent_weight, polarity ->> 'SADNESS', baseline_method, baseline_s, smoothing_ms,
              changed_by
          from core.campaign_settings
          join core.campaign on campaign.id = campaign_id and settings_version = version
          """,
          "1|0.6|0.4|0.05|1|1|NEGATIVE|NONE|null|0|1");
      assertRows(
          database,
          "select baseline_method, smoothing_ms from core.analysis_run order by id",
          "null|null",
          "NONE|300");
      assertRows(
          database,
          """
          select viewer_code, baseline_method, baseline_s, smoothing_ms
          from bi.fact_viewing order by 1
          """,
          "plain|NONE|null|0",
          "smoothed|NONE|null|300");
      assertRows(
          database,
          """
          select viewing.settings_version, score.settings_version
          from agg.viewing, agg.creative_score as score
          """,
          "1|1",
          "1|1");
      assertRows(
          database,
          """
          select creative.id, summary_state, request.state
          from core.creative
          left join core.job_request as request
              on job_name = 'summarise-creative' and subject_id = creative.id
          order by 1
          """,
          "1|STALE|QUEUED",
          "2|EMPTY|null");
    }
  }

  private static void assertRows(LocalDatabase database, String query, String... expected)
      throws SQLException {
    assertEquals(List.of(expected), Sql.rows(database, DatabaseRole.OWNER, query));
  }

  /** The views are of today, so they are left out. */
  private static void migrateToTheOneBefore(LocalDatabase database) throws IOException {
    Flyway.configure(SettingsMigrationIT.class.getClassLoader())
        .dataSource(
            database.url(), DatabaseRole.OWNER.login(), database.password(DatabaseRole.OWNER))
        .defaultSchema("public")
        .locations("classpath:db/migration")
        .repeatableSqlMigrationPrefix("later")
        .target(LAST_BEFORE)
        .load()
        .migrate();
  }
}
