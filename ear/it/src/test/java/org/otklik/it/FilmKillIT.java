package org.otklik.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.otklik.database.DatabaseMigration;
import org.otklik.database.DatabaseRole;
import org.otklik.database.LocalDatabase;
import org.otklik.launcher.DemoUser;
import org.otklik.launcher.OtklikServer;
import org.otklik.launcher.RestClient;
import org.otklik.launcher.ServerSettings;
import org.otklik.testdata.film.FilmWriter.Format;

/** The server is killed while it copies a film for browsers, and started again. */
class FilmKillIT {
  private static final String STORED = "select sha256 from core.media_object order by sha256";
  private static final int SOME_BYTES = 100_000;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final DemoUser user = DemoUser.random();

  @Test
  void nothingHalfCopiedIsStoredAndTheCopyIsMadeAfterTheRestart()
      throws IOException, InterruptedException, SQLException {
    Path folder = TestGround.newFolder("film-kill");
    Path avi = FilmFixture.film(folder.resolve("long.avi"), Format.MJPEG_AVI, 1280, 720, 500);
    ServerSettings settings =
        user.on(ServerSettings.of(TestGround.layout(), folder.resolve("server")));
    try (LocalDatabase database = database(folder)) {
      DatabaseMigration.migrate(database);
      String creative = runUntilKilled(settings, database, avi);
      assertEquals(List.of("PREPARING"), states(database));
      assertEquals(Sql.rows(database, DatabaseRole.OWNER, STORED), stored(settings));

      try (OtklikServer server =
          OtklikServer.start(settings, database, TestGround.guard(), TestGround.console())) {
        FilmFixture.awaitReady(client(server), "creatives/" + creative);
      }
      assertEquals(2, stored(settings).size());
      assertEquals(Sql.rows(database, DatabaseRole.OWNER, STORED), stored(settings));
    }
  }

  private static LocalDatabase database(Path folder) throws IOException, InterruptedException {
    return LocalDatabase.start(
        TestGround.layout().database(folder.resolve("postgres"), true),
        TestGround.guard(),
        TestGround.console());
  }

  /** As soon as some of the copy is written. */
  private String runUntilKilled(ServerSettings settings, LocalDatabase database, Path avi)
      throws IOException, InterruptedException {
    OtklikServer server =
        OtklikServer.start(settings, database, TestGround.guard(), TestGround.console());
    try {
      String creative = CampaignFixture.create(client(server), "Killed", avi).creativeId();
      Instant deadline = Instant.now().plus(PATIENCE);
      while (halfWritten(settings) < SOME_BYTES) {
        assertTrue(Instant.now().isBefore(deadline), "no copy was begun in time");
        Thread.sleep(20);
      }
      return creative;
    } finally {
      server.kill();
    }
  }

  private static long halfWritten(ServerSettings settings) throws IOException {
    try (Stream<Path> files = Files.list(settings.media().resolve("staging"))) {
      long bytes = 0;
      for (Path file : files.toList()) {
        bytes += Files.size(file);
      }
      return bytes;
    }
  }

  private static List<String> states(LocalDatabase database) throws SQLException {
    return Sql.rows(database, DatabaseRole.OWNER, "select state from core.video");
  }

  /** Keys of the store's files, in order. */
  private static List<String> stored(ServerSettings settings) throws IOException {
    try (Stream<Path> files = Files.walk(settings.media())) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.startsWith(settings.media().resolve("staging")))
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  private RestClient client(OtklikServer server) {
    return new RestClient(server.baseUri(), user.login(), user.password(), Locale.ENGLISH);
  }
}
