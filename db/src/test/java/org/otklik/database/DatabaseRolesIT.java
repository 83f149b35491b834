package org.otklik.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each login may not do, once the migrations have run. */
class DatabaseRolesIT {
  @RegisterExtension static final FreshDatabase DATABASE = new FreshDatabase();

  private static final String INSUFFICIENT_PRIVILEGE = "42501";
  private static final String TOO_MANY_CONNECTIONS = "53300";
  private static final String NAMED_READER = "it-limited";
  private static final String PASSWORD = "it-limited-password";

  @BeforeAll
  static void makeNamedReader() throws SQLException {
    superuser(
        "insert into core.client (code, name) values ('it-limited', 'Limited')",
        "select core.limit_bi_reader('" + NAMED_READER + "', 'it-limited')",
        "alter role \"" + NAMED_READER + "\" password '" + PASSWORD + "'");
  }

  @AfterAll
  static void dropNamedReader() throws SQLException {
    superuser("drop role if exists \"" + NAMED_READER + "\"");
  }

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

  @ParameterizedTest
  @ValueSource(strings = {"bi_reader", NAMED_READER})
  void readersHaveTheSameLimits(String login) throws SQLException {
    assertEquals(
        List.of(
            "10|{default_transaction_read_only=on,statement_timeout=60s,"
                + "idle_in_transaction_session_timeout=5min,idle_session_timeout=30min,"
                + "temp_file_limit=2GB,search_path=bi,enable_nestloop=off,jit=off}"),
        DATABASE.rows(
            DatabaseRole.OWNER,
            "select rolconnlimit, rolconfig from pg_roles where rolname = ?",
            login));
  }

  @Test
  void readerHasTenConnectionsAtATime() throws SQLException {
    List<Connection> taken = new ArrayList<>();
    try {
      for (int i = 0; i < 10; i++) {
        taken.add(DATABASE.connect(NAMED_READER, PASSWORD));
      }
      assertRefused(TOO_MANY_CONNECTIONS, () -> DATABASE.connect(NAMED_READER, PASSWORD).close());
    } finally {
      for (Connection one : taken) {
        one.close();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "set temp_file_limit = '-1'",
        "alter role \"" + NAMED_READER + "\" set temp_file_limit = '-1'",
        "alter role \"" + NAMED_READER + "\" connection limit -1",
        "alter role bi_reader set statement_timeout = 0",
        "alter role bi_reader password 'smuggled'",
        "grant pg_use_reserved_connections to \"" + NAMED_READER + "\"",
        "select count(pg_advisory_lock(i)) from generate_series(1, 200000) as i",
        "select pg_try_advisory_xact_lock_shared(1, 2)",
        "alter system set max_notify_queue_pages = 1048576",
      })
  void readerLiftsNeitherWhatIsHeldNorTheLimitsOfOthers(String statement) throws SQLException {
    try (Connection connection = reader()) {
      assertRefused(INSUFFICIENT_PRIVILEGE, () -> execute(connection, statement));
    }
  }

  /** A role always may, so they are no lock: they hold again when they are set again. */
  @ParameterizedTest
  @ValueSource(strings = {"", " in database %s"})
  void readerChangesItsOwnDefaultsUntilTheyAreSetAgain(String place) throws SQLException {
    String in = place.formatted(DATABASE.name());
    try (Connection connection = reader()) {
      execute(
          connection, "alter role \"%s\"%s set statement_timeout = 0".formatted(NAMED_READER, in));
      execute(connection, "alter role \"" + NAMED_READER + "\" password '" + PASSWORD + "'");
    }
    assertEquals("0", statementTimeout());
    superuser("select core.limit_bi_login('" + NAMED_READER + "')");
    assertEquals("1min", statementTimeout());
  }

  @ParameterizedTest
  @CsvSource({
    "BI_READER, postgres",
    "BI_READER, template1",
    "APPLICATION, postgres",
    "APPLICATION, template1"
  })
  void roleConnectsToTheDatabaseOfTheApplicationOnly(DatabaseRole role, String database) {
    assertRefused(INSUFFICIENT_PRIVILEGE, () -> DATABASE.server().connect(database, role).close());
  }

  private static Connection reader() throws SQLException {
    Connection connection = DATABASE.connect(NAMED_READER, PASSWORD);
    execute(connection, "set default_transaction_read_only = off");
    return connection;
  }

  private static String statementTimeout() throws SQLException {
    try (Connection connection = DATABASE.connect(NAMED_READER, PASSWORD)) {
      return Rows.of(connection, "show statement_timeout").get(0);
    }
  }

  private static void superuser(String... statements) throws SQLException {
    try (Connection connection = DATABASE.connect(DatabaseRole.SUPERUSER)) {
      for (String statement : statements) {
        execute(connection, statement);
      }
    }
  }

  private static void execute(Connection connection, String statement) throws SQLException {
    try (Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  private static void assertRefused(String sqlState, Executable what) {
    SQLException refused = assertThrows(SQLException.class, what);
    assertEquals(sqlState, refused.getSQLState(), refused.getMessage());
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
