package org.otklik.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** A video on its way from a browser's page, which stays open whatever becomes of the server. */
final class UploadUnderWay implements AutoCloseable {
  private static final int VIDEO_BYTES = 25 << 20;
  private static final int STALL_BYTES = 12 << 20;
  private static final double PATIENCE_MS = Duration.ofMinutes(3).toMillis();

  private final TestServer server;
  private final ConnectionFixture line;
  private final Page page;
  private final String creative;

  private UploadUnderWay(
      TestServer server, ConnectionFixture line, Page page, CampaignFixture campaign) {
    this.server = server;
    this.line = line;
    this.page = page;
    this.creative = campaign.creativeId();
  }

  /** Sends nearly half of the video and then no more. */
  static UploadUnderWay begin(TestServer server, Chromium chromium)
      throws IOException, InterruptedException {
    CampaignFixture campaign =
        CampaignFixture.create(server.administrator(), "Uploaded", DemoVideoFixture.ad());
    ConnectionFixture line = ConnectionFixture.to(server.portal());
    Page page =
        chromium.lastingWindow(Chromium.options(server.portal(), "en").setBaseURL(line.address()));
    UploadUnderWay upload = new UploadUnderWay(server, line, page, campaign);
    upload.signIn(page);
    upload.open();
    upload.assertFullDiskIsTold();
    Path video =
        UploadedVideoFixture.padded(
            DemoVideoFixture.longRecording(),
            TestGround.newFolder("upload").resolve("long.mp4"),
            VIDEO_BYTES);
    page.locator("#videos").setInputFiles(video);
    line.stallAfter(STALL_BYTES);
    page.locator("#upload button[type=submit]").click();
    line.awaitStall();
    return upload;
  }

  private void signIn(Page where) {
    Chromium.signIn(where, server.user().login(), server.user().password());
  }

  private void open() {
    page.navigate("creative.xhtml?id=" + creative);
  }

  /** Said before a byte is sent: no disk of a machine that runs tests has so much room. */
  private void assertFullDiskIsTold() {
    Object answer =
        page.evaluate(
            """
            async () => {
              const form = document.querySelector('form.video-uploads');
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

  /** After a kill: the page says so by itself. */
  void assertLost() {
    line.flow();
    assertThat(page.locator(".upload-lost")).isVisible();
  }

  /** The session was in the memory of the killed server; the video was not. */
  void goOn() throws SQLException {
    assertEquals(List.of("0"), recordings());
    Locator told = page.locator("#upload .signed-out");
    assertThat(told).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MS));
    Page door = page.waitForPopup(() -> told.getByText("Sign in").click());
    signIn(door);
    door.close();
    if (told.isVisible()) {
      told.getByText("Resume").click();
    }
    assertThat(page.locator("tr[data-recording]")).hasCount(1, counted());
    assertEquals(
        List.of(), server.rows("select public_id from core.video_upload where state = 'ARRIVING'"));
  }

  /** The page has asked the killed server in vain. */
  void assertConnectionLost() {
    assertThat(page.locator(".live-state")).containsText("No connection", contained());
  }

  /** The page hears of the end of the analysis after signing in anew. */
  void assertAnalysedOnce() throws SQLException {
    assertThat(page.locator(".live-state")).containsText("session has ended", contained());
    signIn(page);
    open();
    assertThat(page.locator("tr[data-state=COMPLETED]")).hasCount(1, counted());
    assertEquals(List.of("1"), recordings());
  }

  String creative() {
    return creative;
  }

  private List<String> recordings() throws SQLException {
    return server.rows(
        """
        select count(*) from core.recording
        join core.creative on creative.id = recording.creative_id
        where creative.public_id = ?::uuid
        """,
        creative);
  }

  private static LocatorAssertions.HasCountOptions counted() {
    return new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE_MS);
  }

  private static LocatorAssertions.ContainsTextOptions contained() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MS);
  }

  @Override
  public void close() throws IOException {
    line.close();
  }
}
