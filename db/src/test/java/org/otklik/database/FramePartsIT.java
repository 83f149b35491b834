package org.otklik.database;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The months that frames lie in. */
class FramePartsIT {
  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  private static final String CREATE_MONTH = "select core.ensure_frame_month('2019-03-17')";
  private static final String FOREIGN_KEY_VIOLATION = "23503";

  @AfterEach
  void dropMonth() throws SQLException {
    try (Connection owner = connect(DatabaseRole.OWNER)) {
      execute(owner, "drop table if exists part.frame_observation_2019_03");
    }
  }

  @Test
  void twoNodesMakeOneMonthAtOnce() throws SQLException, InterruptedException, ExecutionException {
    ExecutorService second = Executors.newSingleThreadExecutor();
    try (Connection first = connect(DatabaseRole.APPLICATION);
        Connection other = connect(DatabaseRole.APPLICATION)) {
      first.setAutoCommit(false);
      execute(first, CREATE_MONTH);
      Future<?> waiting =
          second.submit(
              () -> {
                execute(other, CREATE_MONTH);
                return null;
              });
      awaitLockWaiter();
      first.commit();
      waiting.get();
    } finally {
      second.shutdownNow();
    }
    assertEquals(
        List.of("frame_observation_2019_03"),
        owner("select tablename from pg_tables where tablename like 'frame_observation_2019%'"));
  }

  @Test
  void makingAMonthWaitsForNoReaderAndHoldsUpNone() throws SQLException {
    try (Connection reader = connect(DatabaseRole.BI_READER);
        Connection application = connect(DatabaseRole.APPLICATION);
        DatabaseFixture writer = DatabaseFixture.open(DATABASE)) {
      reader.setAutoCommit(false);
      execute(reader, "select count(*) from bi.fact_frame");
      writer.execute("lock table core.frame_observation in row exclusive mode");
      application.setAutoCommit(false);
      execute(application, "set local lock_timeout = '10s'");
      // The fixture has inserted a campaign only: no run is being changed.
      execute(application, CREATE_MONTH);
      execute(reader, "select count(*) from bi.fact_frame");
      application.commit();
      reader.rollback();
    }
  }

  @Test
  void framesLieInTheMonthOfTheirRunAndGoWithIt() throws SQLException {
    try (DatabaseFixture rows = DatabaseFixture.open(DATABASE)) {
      long recording = rows.recording("v");
      long run = rows.run(recording, "COMPLETED", null);
      rows.execute(
          "update core.analysis_run set queued_at = '2019-03-31 23:59+00' where id = ?", run);
      rows.execute(CREATE_MONTH);
      rows.track(run, 1, true);
      rows.observed(run, 0, 1, 0.75);
      long other = rows.recording("w");
      long otherRun = rows.run(other, "COMPLETED", null);
      rows.track(otherRun, 1, true);
      rows.observed(otherRun, 0, 1, 0.25);
      String frames =
          "select viewing_key, happiness_probability from bi.fact_frame"
              + " where viewing_key in (?, ?) order by viewing_key";
      assertEquals(
          List.of(recording + "|0.75", other + "|0.25"), rows.rows(frames, recording, other));
      rows.execute("set constraints all immediate");
      rows.execute("drop table part.frame_observation_2019_03");
      assertEquals(List.of(other + "|0.25"), rows.rows(frames, recording, other));
    }
  }

  @Test
  void frameCannotLieInAnotherMonthThanItsRun() throws SQLException {
    try (DatabaseFixture rows = DatabaseFixture.open(DATABASE)) {
      long run = rows.run(rows.recording("v"), "RUNNING", null);
      rows.execute(CREATE_MONTH);
      SQLException refused =
          assertThrows(
              SQLException.class,
              () ->
                  rows.execute(
                      """
                      insert into core.frame_observation (analysis_run_id, media_time_ms,
                          face_track, result, run_month)
                      values (?, 0, 0, 'NO_FACE', '2019-03-01')
                      """,
                      run));
      assertEquals(FOREIGN_KEY_VIOLATION, refused.getSQLState(), refused.getMessage());
    }
  }

  @Test
  void framesOfOneViewingAreSoughtInOneMonth() throws SQLException {
    try (DatabaseFixture rows = DatabaseFixture.open(DATABASE)) {
      rows.execute(CREATE_MONTH);
      long recording = rows.recording("v");
      rows.observed(rows.run(recording, "COMPLETED", null), 0, 1, 0.75);
      List<String> plan =
          rows.rows(
              "explain (analyze, costs off, timing off, buffers off)"
                  + " select * from bi.fact_frame where viewing_key = ?",
              recording);
      assertTrue(
          plan.stream()
              .filter(line -> line.contains("on frame_observation_2019_03"))
              .allMatch(line -> line.contains("never executed")),
          () -> String.join("\n", plan));
      assertTrue(
          plan.stream()
              .anyMatch(
                  line -> line.contains("on frame_observation_20") && line.contains("loops=1")),
          () -> String.join("\n", plan));
    }
  }

  private static void awaitLockWaiter() {
    await("the second node waits for the first")
        .until(
            () ->
                !owner("select 1 from pg_locks where locktype = 'advisory' and not granted")
                    .isEmpty());
  }

  private static List<String> owner(String query) throws SQLException {
    return DATABASE.rows(DatabaseRole.OWNER, query);
  }

  private static Connection connect(DatabaseRole role) throws SQLException {
    return DATABASE.connect(role);
  }

  private static void execute(Connection connection, String statement) throws SQLException {
    try (Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }
}
