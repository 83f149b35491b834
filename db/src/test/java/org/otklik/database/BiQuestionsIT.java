package org.otklik.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Whatever is asked of 120 viewings costs what their rows cost, whatever PostgreSQL knows of the
 * tables: looked up in the plans, for times are those of the machine.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BiQuestionsIT {
  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  private static final String NAMED_READER = "it-crowd";
  private static final String PASSWORD = "it-crowd-password";
  private static final int VIEWINGS = 120;

  /**
   * Rows that one step of a plan may meet, as a multiple of the frames there are: a join may look
   * at all twenty seconds of a creative for each frame, but not at all viewings.
   */
  private static final double MAX_ROWS = 20;

  /** Plans tell rows as means, rounded, of each time a step was done. */
  private static final double ROUNDING = 1.01;

  /** What a plan read of frames and seconds, and the most rows that one of its steps met. */
  private static final String ROWS_READ =
      """
      select coalesce(sum(met) filter (where node ->> 'Relation Name' like 'frame\\_observation%'), 0) as frames,
          coalesce(sum(met) filter (where node ->> 'Relation Name' = 'viewer_second'), 0) as seconds,
          max(met) as most
      from jsonb_path_query(?::jsonb, 'strict $.** ? (exists (@."Node Type"))') as node
      cross join lateral (
          select (node ->> 'Actual Loops')::float
              * ((node ->> 'Actual Rows')::float
                  + coalesce((node ->> 'Rows Removed by Filter')::float, 0)
                  + coalesce((node ->> 'Rows Removed by Join Filter')::float, 0)) as met
      ) as step
      """;

  /** Statistics are the test's. */
  private static final String WITHOUT_AUTOVACUUM =
      """
      do $$
      declare
          name regclass;
      begin
          for name in select oid from pg_class
              where relkind = 'r' and relnamespace in ('core'::regnamespace, 'agg'::regnamespace, 'part'::regnamespace)
          loop
              execute format('alter table %s set (autovacuum_enabled = false)', name);
          end loop;
      end $$
      """;

  private static List<String> questions;
  private static int written;
  private static long frames;
  private static long seconds;

  @BeforeAll
  static void load() throws IOException, SQLException {
    questions = new ArrayList<>(BiQuestions.written());
    written = questions.size();
    questions.addAll(BiQuestions.madeUp(26, 60));
    try (Connection owner = DATABASE.connect(DatabaseRole.OWNER)) {
      owner.setAutoCommit(false);
      execute(owner, script("bi-crowd-campaigns.sql"));
      execute(owner, script("bi-crowd-viewings.sql").formatted(1, 5));
      execute(owner, "set constraints all immediate");
      execute(owner, WITHOUT_AUTOVACUUM);
      execute(owner, "analyze");
      execute(owner, script("bi-crowd-viewings.sql").formatted(6, VIEWINGS));
      owner.commit();
      frames = number(owner, "select count(*) from core.frame_observation");
      seconds = number(owner, "select count(*) from agg.viewer_second");
    }
    try (Connection superuser = DATABASE.connect(DatabaseRole.SUPERUSER)) {
      execute(superuser, "select core.limit_bi_reader('" + NAMED_READER + "', 'crowd')");
      execute(superuser, "alter role \"" + NAMED_READER + "\" password '" + PASSWORD + "'");
    }
  }

  @AfterAll
  static void dropReader() throws SQLException {
    try (Connection superuser = DATABASE.connect(DatabaseRole.SUPERUSER)) {
      execute(superuser, "drop role if exists \"" + NAMED_READER + "\"");
    }
  }

  @Test
  @Order(1)
  void everyQuestionEndsWithStatisticsFromBeforeTheLoad() throws SQLException {
    assertEquals(
        List.of("5"),
        DATABASE.rows(
            DatabaseRole.OWNER,
            "select reltuples from pg_class where oid = 'core.recording'::regclass"));
    everyQuestionCostsWhatItsRowsCost(0);
  }

  @Test
  @Order(2)
  void everyQuestionEndsWithFreshStatistics() throws SQLException {
    try (Connection owner = DATABASE.connect(DatabaseRole.OWNER)) {
      execute(owner, "analyze");
    }
    everyQuestionCostsWhatItsRowsCost(1);
  }

  @Test
  @Order(3)
  void everyQuestionEndsWithoutStatistics() throws SQLException {
    try (Connection owner = DATABASE.connect(DatabaseRole.OWNER)) {
      execute(
          owner,
          """
          select pg_clear_attribute_stats(schemaname::text, tablename::text, attname::text, inherited)
          from pg_stats where schemaname in ('core', 'agg', 'part')
          """);
      execute(
          owner,
          """
          select pg_clear_relation_stats(schemaname::text, tablename::text)
          from pg_tables where schemaname in ('core', 'agg', 'part')
          """);
    }
    everyQuestionCostsWhatItsRowsCost(2);
  }

  /** Both readers ask, by turns; of the questions that are made up each turn has its third. */
  private static void everyQuestionCostsWhatItsRowsCost(int turn) throws SQLException {
    List<String> tooDear = new ArrayList<>();
    try (Connection all = DATABASE.connect(DatabaseRole.BI_READER);
        Connection named = DATABASE.connect(NAMED_READER, PASSWORD);
        Connection owner = DATABASE.connect(DatabaseRole.OWNER)) {
      for (int i = 0; i < questions.size(); i++) {
        String question = questions.get(i);
        if (i >= written && i % 3 != turn) {
          continue; // for another turn
        }
        List<String> read =
            Rows.of(owner, ROWS_READ, plan((i + turn) % 2 == 0 ? all : named, question));
        String[] met = read.get(0).split("\\|");
        if (Double.parseDouble(met[0]) > frames * ROUNDING * times("bi.fact_frame", question)
            || Double.parseDouble(met[1]) > seconds * ROUNDING * times("bi.fact_second", question)
            || Double.parseDouble(met[2]) > frames * MAX_ROWS) {
          tooDear.add(read + " " + question);
        }
      }
    }
    assertTrue(
        tooDear.isEmpty(),
        () ->
            "of %d frames and %d seconds:\n%s"
                .formatted(frames, seconds, String.join("\n", tooDear)));
  }

  private static int times(String view, String question) {
    return question.split(view + "\\b", -1).length - 1;
  }

  /** As JSON, with what was really read. What does not end is ended by the reader's own limit. */
  private static String plan(Connection reader, String question) throws SQLException {
    try (Statement sql = reader.createStatement();
        ResultSet plan =
            sql.executeQuery("explain (analyze, timing off, format json) " + question)) {
      plan.next();
      return plan.getString(1);
    } catch (SQLException e) {
      throw new SQLException(question, e);
    }
  }

  private static void execute(Connection connection, String script) throws SQLException {
    try (Statement sql = connection.createStatement()) {
      sql.execute(script);
    }
  }

  private static long number(Connection connection, String query) throws SQLException {
    return Long.parseLong(Rows.of(connection, query).get(0));
  }

  private static String script(String name) throws IOException {
    try (InputStream file = BiQuestionsIT.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
