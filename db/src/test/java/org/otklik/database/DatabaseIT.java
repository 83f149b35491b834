package org.otklik.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The migrated database: its comments and names, what it refuses, what the views of bi show. */
class DatabaseIT {
  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  private static final String INSUFFICIENT_PRIVILEGE = "42501";
  private static final String CHECK_VIOLATION = "23514";
  private static final String QUERY_CANCELED = "57014";

  private static final String TABLES_AND_VIEWS =
      """
      from pg_class as relation
      join pg_namespace as schema on schema.oid = relation.relnamespace
      where schema.nspname in ('core', 'agg', 'bi') and relation.relkind in ('r', 'p', 'v', 'm')
      """;

  /** As the batch runtime and the timer service do. */
  @BeforeAll
  static void makeTablesOfTheServer() throws SQLException {
    try (Connection connection = DATABASE.connect(DatabaseRole.APPLICATION);
        Statement sql = connection.createStatement()) {
      sql.execute("create table batch.job_instance (id bigint)");
      sql.execute("create table timer.jboss_ejb_timer (id bigint)");
    }
  }

  @Test
  void everyTableAndViewTellsItsGrainFirst() throws SQLException {
    assertFalse(owner("select 1 " + TABLES_AND_VIEWS).isEmpty());
    List<String> silent =
        owner(
            "select schema.nspname, relation.relname "
                + TABLES_AND_VIEWS
                + " and coalesce(obj_description(relation.oid, 'pg_class'), '')"
                + " not like 'One row per %'");
    assertEquals(List.of(), silent);
  }

  @Test
  void everyColumnHasAComment() throws SQLException {
    List<String> silent =
        owner(
            """
            select schema.nspname, relation.relname, attribute.attname
            from pg_attribute as attribute
            join pg_class as relation on relation.oid = attribute.attrelid
            join pg_namespace as schema on schema.oid = relation.relnamespace
            where schema.nspname in ('core', 'agg', 'bi')
              and relation.relkind in ('r', 'p', 'v', 'm')
              and attribute.attnum > 0 and not attribute.attisdropped
              and coalesce(col_description(relation.oid, attribute.attnum), '') = ''
            """);
    assertEquals(List.of(), silent);
  }

  @Test
  void commentsOfBiAreInBothLanguages() throws SQLException {
    List<String> monolingual =
        owner(
            """
            select relation.relname, description.objsubid
            from pg_description as description
            join pg_class as relation on relation.oid = description.objoid
            join pg_namespace as schema on schema.oid = relation.relnamespace
            where schema.nspname = 'bi' and description.description !~ '. \\| .*[а-я]'
            """);
    assertEquals(List.of(), monolingual);
  }

  @Test
  void constraintsAndIndexesSayWhatTheyAre() throws SQLException {
    List<String> misnamed =
        owner(
            """
            with named as (
                select conrelid as relation, conname as name,
                    case contype when 'p' then 'pk_' when 'u' then 'uq_' when 'f' then 'fk_'
                        when 'c' then 'ck_' end as prefix
                from pg_constraint
                where contype in ('p', 'u', 'f', 'c')
                union all
                select indrelid, indexrelid::regclass::text,
                    case when indisprimary then 'pk_' when indisunique then 'uq_' else 'ix_' end
                from pg_index
            )
            select relation.relname, named.name
            from named
            join pg_class as relation on relation.oid = named.relation
            join pg_namespace as schema on schema.oid = relation.relnamespace
            where schema.nspname in ('core', 'agg')
              and split_part(named.name, '.', -1) not like replace(prefix, '_', '\\_')
                  || replace(relation.relname, '_', '\\_') || '%'
            """);
    assertEquals(List.of(), misnamed);
  }

  @Test
  void migratingAgainChangesNoTableAndLeavesTheReaderItsRights() throws IOException, SQLException {
    String history =
        """
        select version, checksum from public.flyway_schema_history
        where version is not null order by installed_rank
        """;
    List<String> before = owner(history);
    DatabaseMigration.migrate(DATABASE.server(), DATABASE.name());
    assertEquals(before, owner(history));
    reader("select count(*) from bi.fact_frame");
  }

  @Test
  void readerReadsEveryViewOfBi() throws SQLException {
    List<String> views = owner("select viewname from pg_views where schemaname = 'bi'");
    assertFalse(views.isEmpty());
    for (String view : views) {
      assertEquals(1, reader("select count(*) from " + view).size());
    }
  }

  @Test
  void queryOfTheApiDocumentRuns() throws IOException, SQLException {
    Path document = DatabaseGround.repository("docs/api.md");
    String query = Files.readString(document).split("```sql")[1].split("```")[0];
    reader(query.strip().replaceFirst(";$", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"select 1 from %s", "delete from %s", "truncate %s"})
  void readerReachesNoTableEvenWhenItLiftsItsOwnLimits(String statement) throws SQLException {
    List<String> tables =
        owner(
            """
            select schemaname || '.' || tablename from pg_tables
            where schemaname in ('core', 'agg', 'public', 'batch', 'timer', 'part')
            """);
    assertFalse(tables.isEmpty());
    for (String table : tables) {
      assertRefused(INSUFFICIENT_PRIVILEGE, () -> readerWithoutLimits(statement.formatted(table)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create temporary table smuggled (id int)",
        "create schema smuggled",
        "create view bi.smuggled as select 1",
        "comment on view bi.dim_campaign is 'mine'",
        "set role otklik_app",
      })
  void readerChangesNothingEvenWhenItLiftsItsOwnLimits(String statement) {
    assertRefused(INSUFFICIENT_PRIVILEGE, () -> readerWithoutLimits(statement));
  }

  @Test
  void readersSessionsAreReadOnlyAndLimitedInTime() throws SQLException {
    assertEquals(List.of("on"), reader("show default_transaction_read_only"));
    assertEquals(List.of("1min"), reader("show statement_timeout"));
  }

  /** Else a plan is made without knowing them: they are too small for autovacuum. */
  @Test
  void smallTablesAreAnalysedAfterAnyChange() throws SQLException {
    assertEquals(
        List.of(),
        owner(
            """
            select oid::regclass from pg_class
            where relkind = 'r' and relnamespace in ('core'::regnamespace, 'agg'::regnamespace)
                and 'autovacuum_analyze_threshold=0' <> all (coalesce(reloptions, '{}'))
            """));
  }

  @Test
  void readersEndlessQueryIsStopped() throws SQLException {
    try (Connection connection = DATABASE.connect(DatabaseRole.BI_READER);
        Statement sql = connection.createStatement()) {
      sql.execute("set statement_timeout = '200ms'");
      assertRefused(QUERY_CANCELED, () -> sql.execute("select pg_sleep(30)"));
    }
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0.4", "0.7, 0.7", "1.2, -0.2", "NaN, 0.5", "NaN, NaN"})
  void probabilitiesOfAnObservedFaceSumToOne(double happiness, double neutral) throws SQLException {
    try (DatabaseFixture rows = DatabaseFixture.open(DATABASE)) {
      long run = rows.run(rows.recording("v"), "RUNNING", null);
      assertRefused(CHECK_VIOLATION, () -> rows.observed(run, 0, 1, happiness, neutral));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "NO_FACE, 1,",
    "UNDECODABLE, 1,",
    "LOW_QUALITY, 0, TOO_DARK",
    "LOW_QUALITY, 1,",
    "NO_FACE, 0, TOO_DARK",
    "BORED, 1,"
  })
  void resultTrackAndReasonBelongTogether(String result, int track, String reason)
      throws SQLException {
    try (DatabaseFixture rows = DatabaseFixture.open(DATABASE)) {
      long run = rows.run(rows.recording("v"), "RUNNING", null);
      assertRefused(CHECK_VIOLATION, () -> rows.missing(run, 0, track, result, reason));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anger_probability",
        "disgust_probability",
        "fear_probability",
        "happiness_probability",
        "sadness_probability",
        "surprise_probability",
        "neutral_probability",
        "margin",
        "valence",
        "arousal",
        "smile_thousandths"
      })
  void missingFaceHasNoEmotionNotEvenNeutral(String column) throws SQLException {
    try (DatabaseFixture rows = DatabaseFixture.open(DATABASE)) {
      long run = rows.run(rows.recording("v"), "RUNNING", null);
      rows.missing(run, 0, 0, "NO_FACE", null);
      assertRefused(
          CHECK_VIOLATION,
          () ->
              rows.execute(
                  "update core.frame_observation set " + column + " = 1 where analysis_run_id = ?",
                  run));
    }
  }

  @Test
  void factFrameHasOneRowPerSampledFrameOfTheViewer() throws SQLException {
    try (DatabaseFixture rows = DatabaseFixture.open(DATABASE)) {
      long recording = rows.recording("v");
      long run = rows.run(recording, "COMPLETED", null);
      rows.track(run, 1, true);
      rows.track(run, 2, false);
      rows.track(run, 3, true);
      rows.observed(run, 0, 1, 0.75);
      rows.observed(run, 100, 1, 0.5);
      rows.observed(run, 100, 2, 1);
      rows.observed(run, 200, 2, 1);
      rows.missing(run, 300, 0, "NO_FACE", null);
      rows.missing(run, 400, 0, "UNDECODABLE", null);
      rows.missing(run, 500, 3, "LOW_QUALITY", "TOO_DARK");
      assertEquals(
          List.of(
              "0|-100|OBSERVED|null|0.75|0",
              "100|0|OBSERVED|null|0.5|1",
              "200|100|NO_FACE|null|null|1",
              "300|200|NO_FACE|null|null|0",
              "400|300|UNDECODABLE|null|null|0",
              "500|400|LOW_QUALITY|TOO_DARK|null|0"),
          rows.rows(
              """
              select media_time_ms, creative_time_ms, frame_result, quality_reason,
                  happiness_probability, other_faces
              from bi.fact_frame where viewing_key = ? order by media_time_ms
              """,
              recording));
    }
  }

  @Test
  void movementsOfAFrameAreThousandthsAndNullOrThereTogether() throws SQLException {
    try (DatabaseFixture rows = DatabaseFixture.open(DATABASE)) {
      long recording = rows.recording("v");
      long run = rows.run(recording, "COMPLETED", null);
      rows.track(run, 1, true);
      rows.observed(run, 0, 1, 0.75);
      rows.observed(run, 100, 1, 0.75);
      rows.execute(
          """
          update core.frame_observation
          set smile_thousandths = 812, mouth_open_thousandths = 0, eyes_closed_thousandths = 125,
              brows_lowered_thousandths = 1000, brows_raised_thousandths = 5
          where analysis_run_id = ? and media_time_ms = 100
          """,
          run);
      assertEquals(
          List.of("0|null|null|null|null|null", "100|0.812|0|0.125|1|0.005"),
          rows.rows(
              """
              select media_time_ms, smile, mouth_open, eyes_closed, brows_lowered, brows_raised
              from bi.fact_frame where viewing_key = ? order by media_time_ms
              """,
              recording));
      assertRefused(
          CHECK_VIOLATION,
          () ->
              rows.execute(
                  "update core.frame_observation set mouth_open_thousandths = null"
                      + " where analysis_run_id = ? and media_time_ms = 100",
                  run));
    }
  }

  @Test
  void factFrameHasNoEmotionWhereTheCameraWasFrozen() throws SQLException {
    try (DatabaseFixture rows = DatabaseFixture.open(DATABASE)) {
      long recording = rows.recording("v");
      long run = rows.run(recording, "COMPLETED", null);
      rows.track(run, 1, true);
      rows.track(run, 2, false);
      rows.observed(run, 0, 1, 0.75);
      rows.observed(run, 100, 1, 0.75);
      rows.observed(run, 100, 2, 0.5);
      rows.observed(run, 200, 1, 0.75);
      rows.missing(run, 300, 0, "NO_FACE", null);
      rows.observed(run, 400, 1, 0.25);
      rows.execute(
          "update agg.face_track set frozen_ms = '{(0,300]}' where analysis_run_id = ?", run);
      assertEquals(
          List.of(
              "0|OBSERVED|0.75|HAPPINESS|0",
              "100|FROZEN|null|null|1",
              "200|FROZEN|null|null|0",
              "300|NO_FACE|null|null|0",
              "400|OBSERVED|0.25|HAPPINESS|0"),
          rows.rows(
              """
              select media_time_ms, frame_result, happiness_probability, dominant_emotion,
                  other_faces
              from bi.fact_frame where viewing_key = ? order by media_time_ms
              """,
              recording));
    }
  }

  @Test
  void factViewingNamesTheReasonOfAnExclusion() throws SQLException {
    try (DatabaseFixture rows = DatabaseFixture.open(DATABASE)) {
      long counted = rows.recording("counted");
      rows.viewing(counted, rows.run(counted, "COMPLETED", null), "POSITIVE", null);
      long left = rows.recording("left");
      rows.viewing(left, rows.run(left, "COMPLETED", null), "EXCLUDED", "LOW_COVERAGE");
      long nobody = rows.recording("nobody");
      rows.viewing(nobody, rows.run(nobody, "COMPLETED", null), "EXCLUDED", "NO_VIEWER");
      long broken = rows.recording("broken");
      rows.run(broken, "FAILED", "FILM_TRUNCATED");
      rows.run(rows.recording("waiting"), "QUEUED", null);
      assertEquals(
          List.of(
              "broken|FAILED|null|ANALYSIS_FAILED|FILM_TRUNCATED",
              "counted|COMPLETED|POSITIVE|null|null",
              "left|COMPLETED|EXCLUDED|LOW_COVERAGE|null",
              "nobody|COMPLETED|EXCLUDED|NO_VIEWER|null",
              "waiting|QUEUED|null|null|null"),
          rows.rows(
              """
              select viewer_code, analysis_state, response, exclusion_reason, failure_code
              from bi.fact_viewing
              join bi.dim_viewer using (viewer_key)
              where creative_key = (select creative_id from core.recording where id = ?)
              order by viewer_code
              """,
              counted));
    }
  }

  private static List<String> owner(String query) throws SQLException {
    return DATABASE.rows(DatabaseRole.OWNER, query);
  }

  private static List<String> reader(String query) throws SQLException {
    return DATABASE.rows(DatabaseRole.BI_READER, query);
  }

  private static void readerWithoutLimits(String statement) throws SQLException {
    try (Connection connection = DATABASE.connect(DatabaseRole.BI_READER);
        Statement sql = connection.createStatement()) {
      sql.execute("set default_transaction_read_only = off");
      connection.setAutoCommit(false);
      sql.execute("set transaction read write");
      sql.execute(statement);
    }
  }

  private static void assertRefused(String sqlState, Executable statement) {
    SQLException refused = assertThrows(SQLException.class, statement);
    assertEquals(sqlState, refused.getSQLState(), refused.getMessage());
  }
}
