package org.otklik.it;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.otklik.database.DatabaseRole;
import org.otklik.database.LocalDatabase;

/**
 * Lets analyses come so far and no further: whoever stores a later frame waits until this is
 * closed. So a kill comes amid an analysis, however fast or slow the machine is.
 */
final class AnalysisHold implements AutoCloseable {
  private static final long KEY = 4711;

  private final LocalDatabase database;
  private final Connection holder;

  private AnalysisHold(LocalDatabase database, Connection holder) {
    this.database = database;
    this.holder = holder;
  }

  /**
   * @param mediaMs the last media time that is stored
   */
  static AnalysisHold after(LocalDatabase database, int mediaMs) throws SQLException {
    Connection holder = database.connect(DatabaseRole.OWNER);
    try (Statement sql = holder.createStatement()) {
      sql.execute("select pg_advisory_lock(" + KEY + ")");
      sql.execute(
          """
          create or replace function core.hold_analysis() returns trigger language plpgsql as $$
          begin
            if new.media_time_ms > %d then
              perform pg_advisory_xact_lock_shared(%d);
            end if;
            return new;
          end $$;
          create or replace trigger hold_analysis before insert on core.frame_observation
          for each row execute function core.hold_analysis()
          """
              .formatted(mediaMs, KEY));
    }
    return new AnalysisHold(database, holder);
  }

  /** Until an analysis waits to store more. */
  void awaitReached() {
    await("an analysis came so far")
        .atMost(Duration.ofMinutes(4))
        .pollInterval(Duration.ofMillis(100))
        .until(
            () ->
                !Sql.rows(
                        database,
                        DatabaseRole.OWNER,
                        "select 1 from pg_locks where locktype = 'advisory' and not granted"
                            + " and objid = "
                            + KEY)
                    .isEmpty());
  }

  /** Nothing is held any more; also for a database that was killed meanwhile. */
  static void remove(LocalDatabase database) throws SQLException {
    try (Connection owner = database.connect(DatabaseRole.OWNER);
        Statement sql = owner.createStatement()) {
      sql.execute("drop function if exists core.hold_analysis cascade");
    }
  }

  /** Who waits goes on, if it is still there. */
  @Override
  public void close() throws SQLException {
    holder.close();
  }
}
