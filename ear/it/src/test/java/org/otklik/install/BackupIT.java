package org.otklik.install;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.otklik.database.DatabaseAccess;
import org.otklik.database.DatabaseRole;
import org.otklik.database.LocalDatabase;
import org.otklik.it.InstanceFixture;
import org.otklik.it.TestGround;
import org.otklik.platform.FileTrees;
import org.otklik.platform.LaunchException;

/** A backup of the server that runs, restored elsewhere: every figure and every file is there. */
class BackupIT {
  @Test
  void restoredInstanceHasEveryFigureAndEveryFile()
      throws IOException, InterruptedException, SQLException {
    InstanceFixture running = InstanceFixture.ofTheSharedServer();
    Distribution distribution = new Distribution(running.distribution());
    Instance instance = new Instance(running.folder());
    InstanceSettings settings = InstanceSettings.read(instance.settings(), Map.of());
    DatabaseAccess database = TestGround.database();
    await().atMost(Duration.ofMinutes(5)).until(() -> single(database, OPEN_JOBS).equals("0"));

    Path target = TestGround.newFolder("backup").resolve("first");
    Backup backup = new Backup(distribution, instance, settings, TestGround.console());
    backup.write(target);
    Map<String, String> figures = figures(database);
    assertEquals("1", single(database, NOTED), "noted for the audit log, once");
    assertThrows(LaunchException.class, () -> backup.write(target));
    assertFalse(Files.exists(running.media().resolve("backup.links")));
    List<String> files = names(running.media());
    assertFalse(files.isEmpty());
    assertEquals(files, names(target.resolve("media")));

    Instance elsewhere = new Instance(TestGround.newFolder("restored").resolve("data"));
    new Restore(distribution, elsewhere, TestGround.console()).from(target);
    try (LocalDatabase restored =
        LocalDatabase.start(
            elsewhere.database(distribution), TestGround.guard(), TestGround.console())) {
      assertEquals(figures, figures(restored));
      assertTrue(figures.size() > 10, figures::toString);
      assertEquals(files, names(elsewhere.server().resolve("media")));
    }
    isUpgradedAndGoesBack(distribution, elsewhere, figures);
  }

  /** What did not run is backed up, migrated and not started. */
  private static void isUpgradedAndGoesBack(
      Distribution later, Instance instance, Map<String, String> figures)
      throws IOException, InterruptedException, SQLException {
    Path backup = TestGround.newFolder("upgrade").resolve("before");
    Files.writeString(later.folder().resolve("conf/version.properties"), "version=0.1.0\n");
    Files.writeString(later.settings(), "# Port.\n#otklik.http.port=8080\n# New.\n#otklik.new=1\n");
    Files.writeString(instance.folder().resolve("version"), "0.2.0\n");
    assertThrows(LaunchException.class, () -> upgrade(later, instance, backup), "not back");
    Files.writeString(instance.folder().resolve("version"), "0.1.0\n");
    assertThrows(LaunchException.class, () -> upgrade(later, instance, backup), "not twice");
    assertFalse(Files.exists(backup));

    Files.writeString(instance.folder().resolve("version"), "0.0.9\n");
    Files.writeString(instance.settings(), "otklik.http.port=9\notklik.disk.reserve-bytes=0\n");
    upgrade(later, instance, backup);
    assertEquals("0.1.0", instance.version().orElseThrow());
    assertEquals(
        "# Port.\notklik.http.port=9\n# New.\n#otklik.new=1\notklik.disk.reserve-bytes=0\n",
        Files.readString(instance.settings()));
    assertEquals(
        "0.0.9", new BackupFolder(backup).description().getProperty("otklik"), "the way back");

    Instance back = new Instance(TestGround.newFolder("back").resolve("data"));
    new Restore(later, back, TestGround.console()).from(backup);
    assertEquals(
        "otklik.http.port=9\notklik.disk.reserve-bytes=0\n", Files.readString(back.settings()));
    try (LocalDatabase restored =
        LocalDatabase.start(back.database(later), TestGround.guard(), TestGround.console())) {
      assertEquals(figures, figures(restored));
    }
  }

  private static void upgrade(Distribution later, Instance instance, Path backup)
      throws IOException, InterruptedException {
    InstanceSettings settings = InstanceSettings.read(instance.settings(), Map.of());
    new Upgrade(later, instance, settings, TestGround.console()).execute(Optional.of(backup));
  }

  private static final String NOTED =
      "select count(*) from core.audit_event where kind = 'BACKUP_MADE'";

  private static final String OPEN_JOBS =
      "select count(*) from core.job_request where state in ('QUEUED', 'STARTED')";

  /** Each view of bi with the checksum of its rows. */
  private static Map<String, String> figures(DatabaseAccess database) throws SQLException {
    Map<String, String> figures = new TreeMap<>();
    try (Connection connection = database.connect(DatabaseRole.BI_READER);
        Statement sql = connection.createStatement()) {
      List<String> views = new ArrayList<>();
      try (ResultSet rows =
          sql.executeQuery("select viewname from pg_views where schemaname = 'bi'")) {
        while (rows.next()) {
          views.add(rows.getString(1));
        }
      }
      for (String view : views) {
        try (ResultSet sum =
            sql.executeQuery(
                "select count(*) || ' ' || coalesce(md5(string_agg(v::text, ',' order by v::text)),"
                    + " '') from bi."
                    + view
                    + " as v")) {
          sum.next();
          figures.put(view, sum.getString(1));
        }
      }
    }
    return figures;
  }

  /** Of the store's files, each of which holds what its name says. */
  private static List<String> names(Path media) throws IOException {
    List<String> names = new ArrayList<>();
    for (Path file : FileTrees.files(media)) {
      String name = file.getFileName().toString();
      if (name.matches("[0-9a-f]{64}")) { // what is staged or arrives has other names
        assertEquals(name, FileTrees.sha256(file));
        names.add(name);
      }
    }
    names.sort(null);
    return names;
  }

  private static String single(DatabaseAccess database, String query) throws SQLException {
    try (Connection connection = database.connect(DatabaseRole.APPLICATION);
        Statement sql = connection.createStatement();
        ResultSet rows = sql.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
