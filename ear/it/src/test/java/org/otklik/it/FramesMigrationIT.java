package org.otklik.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.otklik.launcher.DatabaseMigration;
import org.otklik.launcher.DatabaseRole;
import org.otklik.launcher.LocalDatabase;

/** A database with frames from before they lay in months. */
class FramesMigrationIT {
  private static final List<String> BEFORE =
      List.of(
          "V0001__create_core",
          "V0002__create_agg",
          "V0003__grant_application",
          "V0004__create_corrections",
          "V0005__create_image_batch",
          "V0006__add_head_pitch_and_attention",
          "V0007__add_attentive_share",
          "V0008__add_viewer_answers",
          "V0009__add_campaign_kind");

  private static final String ROWS =
      """
      insert into core.client (code, name) values ('old', 'Old');
      insert into core.app_user (login, display_name, password_hash, role)
      values ('old', 'Old', '-', 'ANALYST');
      insert into core.media_object (sha256, size_bytes, media_type)
      values (repeat('0', 64), 1, 'video/mp4');
      insert into core.campaign (public_id, client_id, name, created_by)
      select gen_random_uuid(), client.id, 'Old', app_user.id from core.client, core.app_user;
      insert into core.creative (public_id, campaign_id, name, media_sha256, duration_ms, width_px,
          height_px, frame_rate, created_by)
      select gen_random_uuid(), id, 'Ad', repeat('0', 64), 1000, 1, 1, 25, created_by
      from core.campaign;
      insert into core.viewer (campaign_id, code) select id, 'v' from core.campaign;
      insert into core.recording (public_id, creative_id, viewer_id, media_sha256, duration_ms,
          width_px, height_px, rotation_degrees, frame_rate, frame_count, created_by)
      select gen_random_uuid(), creative.id, viewer.id, repeat('0', 64), 1000, 1, 1, 0, 25, 25,
          creative.created_by
      from core.creative, core.viewer;
      insert into core.analysis_run (recording_id, state, is_current, sample_hz, vision_settings,
          queued_at)
      select id, 'COMPLETED', queued_at > '2026-10-01', 10, '{}', queued_at
      from core.recording, (values (timestamptz '2026-09-30 23:30+00'),
          ('2026-10-01 00:30+00')) as asked (queued_at);
      insert into core.frame_observation (analysis_run_id, media_time_ms, face_track, outcome,
          is_attentive, pitch_degrees)
      select id, ms, 0, 'NO_FACE', null, 7 from core.analysis_run, generate_series(0, 900, 100) as ms;
      """;

  @Test
  void framesMoveIntoTheMonthsOfTheirRuns() throws Exception {
    Path folder = TestGround.newFolder("migration");
    try (LocalDatabase database =
        LocalDatabase.start(
            LocalDatabase.Settings.of(TestGround.layout(), folder.resolve("postgres"), false),
            TestGround.guard(),
            TestGround.console())) {
      migrateBefore(database, folder);
      try (Connection owner = database.connect(DatabaseRole.OWNER);
          Statement sql = owner.createStatement()) {
        sql.execute(ROWS);
      }
      DatabaseMigration.migrate(database);
      assertEquals(
          List.of(
              "part.frame_observation_2026_09|10|4500|70",
              "part.frame_observation_2026_10|10|4500|70"),
          rows(
              database,
              DatabaseRole.OWNER,
              """
              select tableoid::regclass, count(*), sum(media_time_ms), sum(pitch_degrees)
              from core.frame_observation group by tableoid order by tableoid::regclass::text
              """));
      assertEquals(
          List.of("10"),
          rows(database, DatabaseRole.BI_READER, "select count(*) from bi.fact_frame"));
      assertEquals(
          List.of("10"),
          rows(
              database,
              DatabaseRole.APPLICATION,
              """
              with written_again as (
                  insert into core.frame_observation (analysis_run_id, media_time_ms, face_track,
                      outcome, run_month)
                  select run.id, ms, 0, 'NO_FACE', queued_month
                  from core.analysis_run as run, generate_series(0, 1900, 100) as ms
                  where is_current
                  on conflict do nothing
                  returning 1
              )
              select count(*) from written_again
              """));
    }
  }

  private static void migrateBefore(LocalDatabase database, Path folder) throws IOException {
    Path scripts = Files.createDirectories(folder.resolve("before"));
    for (String name : BEFORE) {
      String file = name + ".sql";
      try (InputStream script =
          DatabaseMigration.class.getResourceAsStream("/db/migration/" + file)) {
        Files.copy(script, scripts.resolve(file));
      }
    }
    Flyway.configure()
        .dataSource(
            database.url(), DatabaseRole.OWNER.login(), database.password(DatabaseRole.OWNER))
        .defaultSchema("public")
        .locations("filesystem:" + scripts)
        .load()
        .migrate();
  }

  private static List<String> rows(LocalDatabase database, DatabaseRole role, String query)
      throws SQLException {
    return Sql.rows(database, role, query);
  }
}
