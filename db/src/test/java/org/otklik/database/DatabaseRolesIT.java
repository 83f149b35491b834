package org.otklik.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each login may not do, once the migrations have run. */
class DatabaseRolesIT {
  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  @ParameterizedTest
  @CsvSource({
    "APPLICATION, public",
    "APPLICATION, core",
    "APPLICATION, agg",
    "APPLICATION, bi",
    "APPLICATION, part",
    "BI_READER, public",
    "BI_READER, core",
    "BI_READER, agg",
    "BI_READER, bi",
    "BI_READER, batch",
    "BI_READER, part"
  })
  void roleCannotCreateTables(DatabaseRole role, String schema) throws SQLException {
    Assumptions.assumeTrue(exists(schema), "no migration has made the schema " + schema + " yet");
    SQLException denied =
        assertThrows(
            SQLException.class,
            () -> execute(role, "create table " + schema + ".smuggled (id int)"));
    assertEquals(INSUFFICIENT_PRIVILEGE, denied.getSQLState(), denied.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"core.campaign_settings", "core.viewing_decision"})
  void applicationAddsVersionsAndChangesNone(String table) {
    SQLException denied =
        assertThrows(
            SQLException.class,
            () -> execute(DatabaseRole.APPLICATION, "update " + table + " set note = 'smuggled'"));
    assertEquals(INSUFFICIENT_PRIVILEGE, denied.getSQLState(), denied.getMessage());
  }

  private static boolean exists(String schema) throws SQLException {
    try (Connection connection = DATABASE.connect(DatabaseRole.OWNER);
        Statement sql = connection.createStatement();
        ResultSet rows =
            sql.executeQuery(
                "select exists (select from pg_namespace where nspname = '" + schema + "')")) {
      assertTrue(rows.next());
      return rows.getBoolean(1);
    }
  }

  private static void execute(DatabaseRole role, String statement) throws SQLException {
    try (Connection connection = DATABASE.connect(role);
        Statement sql = connection.createStatement()) {
      // The reader's sessions begin read-only; what counts is what it may not do when they are not.
      sql.execute("set default_transaction_read_only = off");
      sql.execute(statement);
    }
  }
}
