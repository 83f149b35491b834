package org.otklik.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.otklik.platform.FileTrees;
import org.otklik.platform.LaunchException;
import org.otklik.platform.Platform;

class LocalDatabaseIT {
  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException, InterruptedException {
    folder = DatabaseGround.get().newFolder("database");
  }

  @AfterEach
  void forgetForcedAccount() {
    System.clearProperty(PostgresAccount.PROPERTY);
    System.clearProperty(PostgresPlace.OUTSIDE_PROPERTY);
  }

  @Test
  void keepsDataPortAndPasswordsBetweenRuns() throws Exception {
    int port;
    String password;
    try (LocalDatabase database = start(true)) {
      port = database.port();
      password = database.password(DatabaseRole.OWNER);
      writeOneRow(database);
    }
    try (LocalDatabase database = start(true)) {
      assertEquals(port, database.port());
      assertEquals(password, database.password(DatabaseRole.OWNER));
      assertEquals("1", single(database, DatabaseRole.OWNER, "select count(*) from kept"));
      assertEquals("on", single(database, DatabaseRole.OWNER, "show fsync"));
    }
  }

  @Test
  void comesBackAfterBeingKilled() throws Exception {
    try (LocalDatabase database = start(true)) {
      writeOneRow(database);
      database.process().destroyForcibly();
      database.process().onExit().join();
    }
    assertTrue(Files.exists(folder.resolve("data/postmaster.pid")));
    try (LocalDatabase database = start(true)) {
      assertEquals("1", single(database, DatabaseRole.OWNER, "select count(*) from kept"));
    }
  }

  /** What it holds of the moment in which {@code atTheEnd} runs, whatever is written meanwhile. */
  @Test
  void backupThatIsMadeWhileRowsComeAndGoHoldsThoseOfItsEnd() throws Exception {
    Path backup = folder.resolveSibling(folder.getFileName() + "-backup");
    Path elsewhere = folder.resolveSibling(folder.getFileName() + "-elsewhere");
    List<String> atTheEnd = new ArrayList<>();
    Path passwords = folder.resolveSibling(folder.getFileName() + "-passwords");
    try (LocalDatabase database = start(false)) {
      DatabaseMigration.migrate(database);
      DatabaseAccess seen = LocalDatabase.running(folder).orElseThrow();
      AtomicBoolean enough = new AtomicBoolean();
      CompletableFuture<Void> writing =
          CompletableFuture.runAsync(() -> writeMediaUntil(enough, database));
      DatabaseBackup.write(seen, backup, () -> atTheEnd.addAll(media(database)));
      List<String> afterwards = media(database);
      enough.set(true);
      writing.join();
      assertFalse(atTheEnd.isEmpty());
      assertTrue(afterwards.size() > 0);
      Files.copy(folder.resolve(LocalDatabase.PASSWORDS_FILE), passwords);
    }
    LocalDatabase.Settings settings = DatabaseGround.settings(elsewhere, false);
    LocalDatabase.restore(settings, backup, passwords);
    DatabaseGround ground = DatabaseGround.get();
    try (LocalDatabase restored = LocalDatabase.start(settings, ground.guard(), ground.console())) {
      assertEquals(atTheEnd, media(restored));
      DatabaseMigration.migrate(restored);
      LaunchException refused =
          assertThrows(
              LaunchException.class, () -> LocalDatabase.restore(settings, backup, passwords));
      assertTrue(refused.getMessage().contains("already"), refused.getMessage());
    }
    assertTrue(LocalDatabase.running(elsewhere).isEmpty());
  }

  private static void writeMediaUntil(AtomicBoolean enough, LocalDatabase database) {
    try (Connection connection = database.connect(DatabaseRole.APPLICATION);
        PreparedStatement come =
            connection.prepareStatement(
                "insert into core.media_object (sha256, size_bytes, media_type)"
                    + " values (encode(sha256(cast(? as bytea)), 'hex'), 1, 'video/mp4')");
        PreparedStatement go =
            connection.prepareStatement(
                "delete from core.media_object"
                    + " where sha256 = encode(sha256(cast(? as bytea)), 'hex')")) {
      for (int i = 0; !enough.get(); i++) {
        come.setString(1, "file " + i);
        come.executeUpdate();
        if (i % 3 == 2) {
          go.setString(1, "file " + (i - 1));
          go.executeUpdate();
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> media(LocalDatabase database) {
    List<String> media = new ArrayList<>();
    try (Connection connection = database.connect(DatabaseRole.OWNER);
        Statement sql = connection.createStatement();
        ResultSet rows = sql.executeQuery("select sha256 from core.media_object order by sha256")) {
      while (rows.next()) {
        media.add(rows.getString(1));
      }
      return media;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As psql would run it; our own database of that name makes room for it. */
  @Test
  void databaseThatTheScriptForAdministratorsMakesTakesTheMigrations() throws Exception {
    String[] parts =
        Files.readString(DatabaseGround.repository("db/src/main/sql/create-database.sql"))
            .replaceAll("(?m)^(\\\\set|--).*$", "")
            .replaceAll(":'(\\w+)'", "'secret'")
            .split("\\\\connect otklik");
    assertEquals(2, parts.length);
    try (LocalDatabase server = start(false)) {
      try (Connection connection = server.connect("postgres", DatabaseRole.SUPERUSER);
          Statement sql = connection.createStatement()) {
        sql.execute("drop database otklik with (force)");
        sql.execute("drop role otklik_app, otklik_owner, bi_reader");
        for (String statement : parts[0].split(";")) {
          sql.execute(statement);
        }
      }
      try (Connection connection = server.connect(DatabaseRole.SUPERUSER);
          Statement sql = connection.createStatement()) {
        sql.execute(parts[1]);
      }
      DatabaseLogins company =
          new DatabaseLogins(
              server.url(),
              Map.of(DatabaseRole.OWNER, "secret", DatabaseRole.APPLICATION, "secret"));
      assertTrue(DatabaseMigration.migrate(company) > 0);
      try (Connection connection = company.connect(DatabaseRole.APPLICATION);
          Statement sql = connection.createStatement()) {
        sql.execute("select count(*) from core.app_user");
        sql.execute("create table batch.made_by_the_runtime (id int)");
        assertThrows(SQLException.class, () -> sql.execute("create table core.no (id int)"));
      }
      try (Connection connection = server.connect(DatabaseRole.SUPERUSER);
          Statement sql = connection.createStatement()) {
        sql.execute("select core.limit_bi_login('bi_reader')");
      }
    }
  }

  @Test
  void letsNobodyInWithoutThePassword() throws Exception {
    try (LocalDatabase database = start(false)) {
      for (DatabaseRole role : DatabaseRole.values()) {
        SQLException refused =
            assertThrows(
                SQLException.class,
                () -> DriverManager.getConnection(database.url(), role.login(), "guess").close());
        assertEquals("28P01", refused.getSQLState());
      }
      var permissions = Files.getPosixFilePermissions(folder.resolve("passwords.properties"));
      assertEquals("rw-------", PosixFilePermissions.toString(permissions));
    }
  }

  @Test
  void secondStartInTheSameFolderIsRefused() throws Exception {
    try (LocalDatabase database = start(false)) {
      assertThrows(LaunchException.class, () -> start(false));
      assertEquals("1", single(database, DatabaseRole.APPLICATION, "select 1"));
    }
  }

  @Test
  void lostPasswordsAreToldInASentence() throws Exception {
    start(true).close();
    Files.delete(folder.resolve("passwords.properties"));
    LaunchException refused = assertThrows(LaunchException.class, () -> start(true));
    assertTrue(refused.getMessage().contains("passwords"), refused.getMessage());
  }

  @Test
  void dataOfAnotherBuildAreToldInASentence() throws Exception {
    try (LocalDatabase database = start(false)) {
      DatabaseMigration.migrate(database);
      try (Connection connection = database.connect(DatabaseRole.OWNER);
          Statement sql = connection.createStatement()) {
        sql.execute("update public.flyway_schema_history set checksum = 1 where version = '0001'");
      }
      LaunchException refused =
          assertThrows(LaunchException.class, () -> DatabaseMigration.migrate(database));
      assertTrue(refused.getMessage().contains("start that build again"), refused.getMessage());
      assertTrue(
          refused.getMessage().contains(folder.getParent().toString()), refused.getMessage());
    }
  }

  @Test
  void applicationConnectsWhenOthersTookAllTheyGet() throws Exception {
    List<Connection> taken = new ArrayList<>();
    try (LocalDatabase database = start(false)) {
      try (Connection superuser = database.connect(DatabaseRole.SUPERUSER);
          Statement sql = superuser.createStatement()) {
        sql.execute("alter role bi_reader connection limit -1");
      }
      SQLException refused =
          assertThrows(
              SQLException.class,
              () -> {
                while (true) {
                  taken.add(database.connect(DatabaseRole.BI_READER));
                }
              });
      assertEquals("53300", refused.getSQLState(), refused.getMessage());
      for (int i = 0; i < 50; i++) { // the server's pools: 30 and 20
        taken.add(database.connect(DatabaseRole.APPLICATION));
      }
      taken.add(database.connect(DatabaseRole.SUPERUSER));
    } finally {
      for (Connection one : taken) {
        one.close();
      }
    }
  }

  @Test
  void throwAwayDatabaseIsGoneAfterwards() throws Exception {
    start(false).close();
    assertFalse(Files.exists(folder));
  }

  @Test
  void runsAsNobodyOutsideOfAFolderThatNobodyReaches() throws Exception {
    Assumptions.assumeTrue(Platform.isRoot(), "only root can become nobody");
    System.setProperty(PostgresAccount.PROPERTY, "NOBODY");
    System.setProperty(PostgresPlace.OUTSIDE_PROPERTY, "true");
    Path outside;
    try (LocalDatabase database = start(false)) {
      assertEquals("1", single(database, DatabaseRole.APPLICATION, "select 1"));
      outside =
          Path.of(single(database, DatabaseRole.SUPERUSER, "show data_directory")).getParent();
      assertTrue(outside.startsWith("/var/tmp"), outside.toString());
      assertEquals("nobody", database.process().info().user().orElseThrow());
    }
    assertFalse(Files.exists(outside));
    Path programs = DatabaseGround.programs();
    FileTrees.delete(PostgresPlace.reachable(programs, PostgresAccount.NOBODY));
  }

  private LocalDatabase start(boolean durable) throws IOException, InterruptedException {
    return LocalDatabase.start(
        DatabaseGround.settings(folder, durable),
        DatabaseGround.get().guard(),
        DatabaseGround.get().console());
  }

  private static void writeOneRow(LocalDatabase database) throws SQLException {
    try (Connection connection = database.connect(DatabaseRole.OWNER);
        Statement sql = connection.createStatement()) {
      sql.execute("create table public.kept as select 1 as id");
    }
  }

  private static String single(LocalDatabase database, DatabaseRole role, String query)
      throws SQLException {
    try (Connection connection = database.connect(role);
        Statement sql = connection.createStatement();
        ResultSet rows = sql.executeQuery(query)) {
      assertTrue(rows.next());
      return rows.getString(1);
    }
  }
}
