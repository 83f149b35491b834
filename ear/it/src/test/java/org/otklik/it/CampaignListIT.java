package org.otklik.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.otklik.database.DatabaseRole;
import org.otklik.launcher.RestClient;

/** The list of campaigns with a thousand of them and twenty thousand viewings. */
class CampaignListIT {
  private static final String CLIENT = "many";

  private static UserFixture analyst;

  @BeforeEach
  void provideCampaigns() throws IOException, InterruptedException, SQLException {
    if (analyst == null) {
      RestClient rest = TestGround.administrator();
      rest.post(
          "clients", Json.createObjectBuilder().add("code", CLIENT).add("name", "Many").build());
      analyst = UserFixture.of("ANALYST", CLIENT);
      ManyCampaigns.write(CLIENT);
    }
  }

  @Test
  void oneOfAThousandIsFoundByItsName() throws IOException, InterruptedException {
    HttpResponse<String> found = open("index.xhtml?q=Campaign+0777");
    assertEquals(List.of("Campaign 0777"), names(found));
    assertTrue(found.body().contains("1 campaign"), found.body());
    assertTrue(names(open("index.xhtml?q=no+such")).isEmpty());
    assertTrue(open("index.xhtml?q=no+such").body().contains("No campaigns found"));
    assertEquals(List.of("100% sure_thing"), names(open("index.xhtml?q=0%25+SURE_")));
    assertTrue(names(open("index.xhtml?q=%25")).size() == 1, "a wildcard is a letter here");
  }

  @Test
  void pagesFollowEachOther() throws IOException, InterruptedException {
    List<String> first = names(open("index.xhtml?order=NAME&q=Campaign"));
    assertEquals(24, first.size());
    assertEquals("Campaign 0001", first.get(0));
    HttpResponse<String> second = open("index.xhtml?order=NAME&q=Campaign&page=2");
    assertEquals("Campaign 0025", names(second).get(0));
    assertTrue(
        second.body().contains("href=\"?page=3&amp;q=Campaign&amp;order=NAME\""), second.body());
    List<String> last = names(open("index.xhtml?order=NAME&q=Campaign&page=999999"));
    assertEquals("Campaign 0999", last.get(last.size() - 1));
  }

  @Test
  void campaignsAreSortedAndFiltered() throws IOException, InterruptedException {
    List<String> best = names(open("index.xhtml?order=INDEX"));
    assertEquals("Campaign 0019", best.get(0));
    assertEquals(List.of("Waiting"), names(open("index.xhtml?state=NO_CREATIVE")));
    assertEquals(24, names(open("index.xhtml?state=READY&kind=AD")).size());
    assertTrue(names(open("index.xhtml?kind=ENTRY_EXIT")).isEmpty());
    assertEquals(24, names(open("index.xhtml?state=nonsense&page=-1&order=x")).size());
  }

  @Test
  void campaignWhoseFiguresCouldNotBeCalculatedIsNotBeingAnalysed()
      throws IOException, InterruptedException, SQLException {
    summaryState("FAILED");
    try {
      HttpResponse<String> failed = open("index.xhtml?state=FAILED&q=Campaign");
      assertEquals(List.of("Campaign 0444"), names(failed));
      assertTrue(failed.body().contains("Calculation failed</span>"), failed.body());
      assertTrue(names(open("index.xhtml?state=ANALYSING&q=Campaign+0444")).isEmpty());
      runState("RUNNING");
      assertAnalysing();
      runState("COMPLETED");
      summaryState("STALE");
      assertAnalysing();
    } finally {
      runState("COMPLETED");
      summaryState("CURRENT");
    }
    assertTrue(names(open("index.xhtml?state=FAILED&q=Campaign")).isEmpty());
    assertEquals(List.of("Campaign 0444"), names(open("index.xhtml?state=READY&q=0444")));
  }

  private void assertAnalysing() throws IOException, InterruptedException {
    HttpResponse<String> page = open("index.xhtml?state=ANALYSING&q=Campaign");
    assertEquals(List.of("Campaign 0444"), names(page));
    assertTrue(page.body().contains("state-ANALYSING"), page.body());
    assertTrue(names(open("index.xhtml?state=FAILED&q=Campaign")).isEmpty());
  }

  @Test
  void creativeWithoutRecordingsIsNotWaitedFor() throws IOException, InterruptedException {
    RestClient rest = TestGround.administrator();
    String campaign =
        rest.post(
                "campaigns",
                Json.createObjectBuilder().add("client", CLIENT).add("name", "Nobody yet").build())
            .getString("id");
    rest.upload("campaigns/" + campaign + "/creatives?name=Ad", DemoVideoFixture.ad());
    HttpResponse<String> page = open("index.xhtml?state=NO_RECORDING&q=Nobody+yet");
    assertEquals(List.of("Nobody yet"), names(page));
    assertTrue(page.body().contains("state-NO_RECORDING"), page.body());
  }

  private static void summaryState(String state) throws SQLException {
    update(
        """
        update core.creative set summary_state = ?
        from core.campaign
        where campaign.id = creative.campaign_id and campaign.name = 'Campaign 0444'
        """,
        state);
  }

  /** Of one recording among all. */
  private static void runState(String state) throws SQLException {
    update(
        """
        update core.analysis_run set state = ?
        where id = (
            select min(run.id)
            from core.analysis_run as run
            join core.recording on recording.id = run.recording_id
            join core.creative on creative.id = recording.creative_id
            join core.campaign on campaign.id = creative.campaign_id
            where campaign.name = 'Campaign 0444' and run.is_current)
        """,
        state);
  }

  private static void update(String statement, String state) throws SQLException {
    try (Connection connection = TestGround.database().connect(DatabaseRole.OWNER);
        PreparedStatement update = connection.prepareStatement(statement)) {
      update.setString(1, state);
      assertTrue(update.executeUpdate() > 0);
    }
  }

  @Test
  void nobodyFindsTheCampaignsOfOthers() throws IOException, InterruptedException {
    UserFixture stranger = UserFixture.of("ANALYST");
    PortalBrowser browser = new PortalBrowser("en");
    browser.signIn(stranger.login(), stranger.password());
    HttpResponse<String> page = browser.open("index.xhtml?q=Campaign+0777&client=" + CLIENT);
    assertTrue(names(page).isEmpty(), page.body());
  }

  @Test
  void archivedCampaignsAreHiddenAndComeBack() throws IOException, InterruptedException {
    PortalBrowser browser = signedIn();
    HttpResponse<String> list = browser.open("index.xhtml?q=Campaign+0500");
    String id = PortalBrowser.document(list).select("[name=archive]").val();
    UUID.fromString(id);
    HttpResponse<String> after = browser.press(list, "list", "Archive", Map.of("archive", id));
    assertTrue(after.body().contains("“Campaign 0500” is archived."), after.body());
    assertTrue(names(browser.open("index.xhtml?q=Campaign+0500")).isEmpty());
    assertEquals(List.of("Campaign 0500"), names(browser.open("index.xhtml?q=0500&archived=true")));

    // A colleague who looks at an old list archives it again: it stays archived, and comes back.
    assertTrue(
        browser
            .press(after, "list", "Undo", Map.of("unarchive", id))
            .body()
            .contains("“Campaign 0500” is restored."));
    assertEquals(List.of("Campaign 0500"), names(browser.open("index.xhtml?q=Campaign+0500")));
  }

  @Test
  void readersCannotArchive() throws IOException, InterruptedException, SQLException {
    UserFixture reader = UserFixture.of("READER", CLIENT);
    PortalBrowser browser = new PortalBrowser("en");
    browser.signIn(reader.login(), reader.password());
    HttpResponse<String> list = browser.open("index.xhtml?q=Campaign+0600");
    assertFalse(list.body().contains("name=\"archive\""), list.body());
    String id =
        Sql.rows(
                TestGround.database(),
                DatabaseRole.OWNER,
                "select public_id from core.campaign where name = 'Campaign 0600'")
            .get(0);
    HttpResponse<String> refused =
        reader.rest().send("PUT", "campaigns/" + id + "/archived", "{\"archived\": true}");
    assertEquals(403, refused.statusCode(), refused.body());
  }

  private static HttpResponse<String> open(String path) throws IOException, InterruptedException {
    HttpResponse<String> page = signedIn().open(path);
    assertEquals(200, page.statusCode(), page.body());
    return page;
  }

  private static PortalBrowser signedIn() throws IOException, InterruptedException {
    PortalBrowser browser = new PortalBrowser("en");
    browser.signIn(analyst.login(), analyst.password());
    return browser;
  }

  private static List<String> names(HttpResponse<String> page) {
    return PortalBrowser.document(page).select("a.cover > h2").eachText();
  }
}
