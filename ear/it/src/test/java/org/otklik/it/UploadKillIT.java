package org.otklik.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.otklik.database.DatabaseMigration;
import org.otklik.database.DatabaseRole;
import org.otklik.database.LocalDatabase;
import org.otklik.launcher.DemoUser;
import org.otklik.launcher.OtklikServer;
import org.otklik.launcher.RestClient;
import org.otklik.launcher.ServerSettings;

/**
 * The server is killed while a browser uploads to it, and once more while it analyses what came:
 * the page that is open all the time goes on with both.
 */
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class UploadKillIT {
  private static final int FILM_BYTES = 25 << 20;
  private static final int STALL_BYTES = 12 << 20;

  /** The highest limit that can be set; no disk of a machine that runs tests has so much room. */
  private static final long LARGEST_BYTES = 1L << 40;

  private static final double PATIENCE_MS = Duration.ofMinutes(3).toMillis();

  private static final String ARRIVING =
      "select public_id from core.video_upload where state = 'ARRIVING'";

  @RegisterExtension static final Chromium chromium = new Chromium();

  private final DemoUser user = DemoUser.random();
  private Path film;
  private ServerSettings settings;
  private LocalDatabase database;
  private OtklikServer server;

  @Test
  void uploadAndAnalysisGoOnAndNothingIsLeftOver()
      throws IOException, InterruptedException, SQLException {
    Path folder = TestGround.newFolder("upload-kill");
    film = FilmFixture.padded(DemoFilms.longRecording(), folder.resolve("long.mp4"), FILM_BYTES);
    settings =
        user.on(ServerSettings.of(TestGround.layout(), folder.resolve("server")))
            .with("otklik.upload.limit-bytes", Long.toString(LARGEST_BYTES));
    try (LocalDatabase open = database(folder)) {
      database = open;
      DatabaseMigration.migrate(database);
      server = started();
      try (ConnectionFixture line = ConnectionFixture.to(server.baseUri())) {
        CampaignFixture campaign = CampaignFixture.create(client(), "Killed", DemoFilms.ad());
        Page page = signedIn(line);
        page.navigate("creative.xhtml?id=" + campaign.creativeId());
        assertFullDiskIsTold(page);
        killAmidTheUpload(page, line);
        killAmidTheAnalysis(page);
        Chromium.signIn(page, user.login(), user.password());
        page.navigate("creative.xhtml?id=" + campaign.creativeId());
        assertThat(page.locator("tr[data-state=COMPLETED]")).hasCount(1, counted());
        campaign.through(client()).settled();
        assertEquals(List.of("1"), recordings());
        assertEquals(kept(), stored());
      } finally {
        server.kill();
      }
    }
  }

  private void killAmidTheUpload(Page page, ConnectionFixture line)
      throws IOException, InterruptedException, SQLException {
    page.locator("#films").setInputFiles(film);
    line.stallAfter(STALL_BYTES);
    page.locator("#upload button[type=submit]").click();
    line.awaitStall();
    server.kill();
    line.flow();
    assertThat(page.locator(".upload-lost")).isVisible();
    assertEquals(List.of("0"), recordings());
    server = started();
    goOn(page);
    assertThat(page.locator("tr[data-recording]")).hasCount(1, counted());
    assertEquals(List.of(), Sql.rows(database, DatabaseRole.OWNER, ARRIVING));
  }

  private void killAmidTheAnalysis(Page page)
      throws IOException, InterruptedException, SQLException {
    awaitProgress();
    server.kill();
    assertThat(page.locator(".live-state")).containsText("No connection", contained());
    server = started();
    assertThat(page.locator(".live-state")).containsText("session has ended", contained());
  }

  /** Said before a byte is sent. */
  private static void assertFullDiskIsTold(Page page) {
    Object answer =
        page.evaluate(
            """
            async () => {
              const form = document.querySelector('form.film-uploads');
              const answer = await fetch(form.dataset.home + '/creatives/' + form.dataset.creative + '?viewer=v', {
                method: 'POST',
                headers: {'Tus-Resumable': '1.0.0', 'X-Upload-Token': form.dataset.token, 'Upload-Length': String(2 ** 40)},
              });
              return answer.status + ' ' + await answer.text();
            }
            """);
    assertTrue(answer.toString().startsWith("507 "), answer.toString());
    assertTrue(answer.toString().contains("disk is full"), answer.toString());
  }

  /** The session was in the memory of the killed server; the film was not. */
  private void goOn(Page page) {
    Locator told = page.locator("#upload .signed-out");
    assertThat(told).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MS));
    Page door = page.waitForPopup(() -> told.getByText("Sign in").click());
    Chromium.signIn(door, user.login(), user.password());
    door.close();
    if (told.isVisible()) {
      told.getByText("Resume").click();
    }
  }

  private Page signedIn(ConnectionFixture line) {
    Page page = chromium.window(Chromium.options("en").setBaseURL(line.address()));
    Chromium.signIn(page, user.login(), user.password());
    return page;
  }

  /** Until some of the film is analysed, but not all of it. */
  private void awaitProgress() throws SQLException, InterruptedException {
    Instant deadline = Instant.now().plusMillis((long) PATIENCE_MS);
    String running = "select id from core.analysis_run where state = 'RUNNING' and progress_ms > 0";
    while (Sql.rows(database, DatabaseRole.OWNER, running).isEmpty()) {
      assertTrue(Instant.now().isBefore(deadline), "no analysis was under way in time");
      Thread.sleep(50);
    }
  }

  private OtklikServer started() throws IOException, InterruptedException {
    return OtklikServer.start(settings, database, TestGround.guard(), TestGround.console());
  }

  private static LocalDatabase database(Path folder) throws IOException, InterruptedException {
    return LocalDatabase.start(
        TestGround.layout().database(folder.resolve("postgres"), true),
        TestGround.guard(),
        TestGround.console());
  }

  private List<String> recordings() throws SQLException {
    return Sql.rows(database, DatabaseRole.OWNER, "select count(*) from core.recording");
  }

  private List<String> kept() throws SQLException {
    return Sql.rows(
        database, DatabaseRole.OWNER, "select sha256 from core.media_object order by sha256");
  }

  /** Keys of the store's files, and whatever else lies there: parts of films, for example. */
  private List<String> stored() throws IOException {
    try (Stream<Path> files = Files.walk(settings.media())) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  private static LocatorAssertions.HasCountOptions counted() {
    return new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE_MS);
  }

  private static LocatorAssertions.ContainsTextOptions contained() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MS);
  }

  private RestClient client() {
    return new RestClient(server.baseUri(), user.login(), user.password(), Locale.ENGLISH);
  }
}
