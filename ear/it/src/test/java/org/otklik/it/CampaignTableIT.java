package org.otklik.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.otklik.database.DatabaseRole;
import org.otklik.launcher.RestClient;
import org.otklik.testdata.synthetic.DemoCampaign;

/** The tables of recordings of a campaign and of a creative, when there are more than one page. */
class CampaignTableIT {
  private static final int VIEWERS = 119;

  @RegisterExtension static final Chromium chromium = new Chromium();

  @Test
  void recordingsAreFilteredFoundAndPaged() throws IOException, InterruptedException, SQLException {
    CampaignFixture campaign =
        CampaignFixture.create(TestGround.administrator(), "Table", DemoVideoFixture.ad());
    ViewersFixture.shared().add(campaign.creativeId(), VIEWERS); // and one who is excluded
    Page page = chromium.window("en");
    UserFixture reader = UserFixture.of("READER");
    page.navigate("login.xhtml?lang=en");
    Chromium.signIn(page, reader.login(), reader.password());
    page.navigate("campaign.xhtml?id=" + campaign.campaignId());
    assertThat(rows(page)).hasCount(50);
    assertThat(first(page)).containsText("v0001");

    page.locator(".pager button").last().click();
    assertThat(first(page)).containsText("v0051");
    page.locator(".pager button").last().click();
    assertThat(rows(page)).hasCount(20);
    assertThat(page.locator(".pager button").last()).isDisabled();

    page.locator("#show").selectOption("EXCLUDED");
    assertThat(rows(page)).hasCount(1);
    assertThat(first(page)).containsText("v0120");
    page.locator("#show").selectOption("COUNTED");
    assertThat(page.locator("#state p[role=status]")).containsText("119 recordings");
    assertThat(first(page)).containsText("v0001");

    search(page, "V011"); // of either case
    assertThat(rows(page)).hasCount(10);
    search(page, "city:pskov");
    assertThat(rows(page)).hasCount(2);
    search(page, "%");
    assertThat(rows(page)).hasCount(0);
    search(page, "");
    assertThat(rows(page)).hasCount(50);

    page.navigate("creative.xhtml?id=" + campaign.creativeId());
    assertThat(rows(page)).hasCount(50);
    page.locator(".pager button").last().click();
    assertThat(first(page)).containsText("v0051");
    page.locator(".pager button").last().click();
    assertThat(rows(page)).hasCount(20);
    assertThat(page.locator(".pager button").last()).isDisabled();
    page.locator(".pager button").first().click();
    assertThat(rows(page)).hasCount(50);
  }

  @Test
  void recordingsAreSortedAndChangedManyAtOnce()
      throws IOException, InterruptedException, SQLException {
    RestClient rest = TestGround.administrator();
    CampaignFixture campaign = CampaignFixture.create(rest, "Many", DemoVideoFixture.ad());
    ViewersFixture.shared().add(campaign.creativeId(), 59);
    UserFixture analyst = UserFixture.of("ANALYST");
    Page page = chromium.signedIn("en", analyst.login(), analyst.password());
    page.navigate("campaign.xhtml?id=" + campaign.campaignId());
    sort(page, "Coverage");
    assertThat(first(page)).containsText("v0060"); // hardly seen
    sort(page, "Viewer");
    sort(page, "Viewer");
    assertThat(page.locator("th[aria-sort=descending]")).containsText("Viewer");
    page.locator("#ofGrade").selectOption("A");
    assertThat(first(page)).containsText("v0059");

    page.locator("#choosePage").check();
    assertThat(page.locator(".chosen-count")).hasText("Selected: 50");
    page.locator(".pager button").last().click();
    assertThat(rows(page)).hasCount(9);
    assertThat(page.locator(".chosen-count")).hasText("Selected: 50"); // of the other page
    page.locator("button[data-choose=all]").click();
    assertThat(page.locator(".chosen-count")).hasText("Selected: 59");
    page.locator("button[data-chosen=attribute]").click();
    page.locator("#chosenAttribute").fill("wave");
    page.locator("#chosenValue").fill("2");
    page.locator("#chosenDescribe").click();
    assertThat(page.locator("#chosenOutcome")).hasText("Attribute set for 59 recordings.");
    assertThat(first(page)).containsText("wave: 2");
    assertThat(page.locator(".chosen-acts")).isHidden();

    page.locator("input.choose").nth(0).check();
    page.locator("input.choose").nth(1).check();
    Chromium.picture(page, "campaign-chosen-en");
    page.locator("button[data-chosen=exclude]").click();
    page.locator("#chosenExclude").click();
    assertThat(page.locator("#chosenMessages")).containsText("note");
    page.locator("#chosenNote").fill("Noise");
    page.locator("#chosenExclude").click();
    assertThat(page.locator("#chosenOutcome")).hasText("2 viewings excluded.");
    assertThat(first(page)).containsText("Note: Noise");

    page.locator("#ofGrade").selectOption("");
    assertThat(first(page))
        .containsText("v0060"); // the table is sent anew, and what is chosen goes
    search(page, "v000");
    assertThat(rows(page)).hasCount(9);
    page.locator("#choosePage").check();
    page.locator("button[data-chosen=delete]").click();
    assertThat(page.locator("#chosenDialog")).containsText("cannot be undone");
    Chromium.picture(page, "campaign-delete-en");
    page.locator("#chosenDelete").click();
    assertThat(page.locator("#chosenOutcome")).hasText("9 recordings deleted.");
    assertThat(rows(page)).hasCount(0);

    String table = rest.send("GET", recordings(campaign, "/file?sort=VIEWER"), "").body();
    assertTrue(table.startsWith("recording_id,viewer,creative,state,"), table);
    assertEquals(52, table.lines().count());
    assertTrue(table.lines().findFirst().orElseThrow().endsWith("attribute:sex,attribute:wave"));
  }

  /** Four viewers are too few; of thirteen recordings twelve are analysed. */
  @Test
  void figuresSayWhatTheyAreMadeOf() throws IOException, InterruptedException, SQLException {
    RestClient rest = TestGround.administrator();
    String name = "So far " + UUID.randomUUID();
    CampaignFixture campaign = CampaignFixture.create(rest, name, DemoVideoFixture.ad());
    ViewersFixture.shared().add(campaign.creativeId(), 4);
    ViewersFixture.shared().summarise(campaign.creativeId());
    campaign.settled();
    UserFixture analyst = UserFixture.of("ANALYST");
    Page page = chromium.signedIn("en", analyst.login(), analyst.password());
    String few = "Viewers: 4. Figures are shown from 5 on.";
    page.navigate("campaign.xhtml?id=" + campaign.campaignId());
    assertThat(page.locator(".card .too-few")).hasText(few);
    assertThat(page.locator(".card dd").first()).hasText("–");
    page.navigate("creative.xhtml?id=" + campaign.creativeId());
    assertThat(page.locator("#figuresFew")).hasText(few);
    assertThat(page.locator("[data-figure=EEI] .value")).hasText("–");
    assertThat(page.locator("#momentsHelp")).containsText("from 5 viewers on");

    CampaignFixture other =
        campaign.other(
            rest.upload(
                    "campaigns/" + campaign.campaignId() + "/creatives?name=Other",
                    DemoVideoFixture.ad())
                .getString("id"));
    ViewersFixture.shared().add(other.creativeId(), 12);
    ViewersFixture.shared().summarise(other.creativeId());
    other.settled();
    Sql.rows(
        TestGround.database(),
        DatabaseRole.OWNER,
        """
        update core.analysis_run set state = 'QUEUED'
        where id = (
            select max(run.id) from core.analysis_run as run
            join core.recording on recording.id = run.recording_id
            join core.creative on creative.id = recording.creative_id
            where creative.public_id = ?::uuid)
        returning id
        """,
        other.creativeId());
    String soFar = "so far, 12 of 13 recordings";
    page.navigate("index.xhtml?q=" + RestClient.encoded(name));
    assertThat(page.locator(".card .so-far")).hasText("so far, 17 of 18 recordings");
    page.navigate("campaign.xhtml?id=" + campaign.campaignId());
    assertThat(page.locator(".card .so-far")).hasText(soFar);
    page.navigate("creative.xhtml?id=" + other.creativeId());
    assertThat(page.locator(".figures-of .so-far")).hasText(soFar);
    assertThat(page.locator(".group-note").first()).containsText(soFar);
    assertThat(page.locator("[data-figure=EEI] .value")).hasText("+17");
    Locator sex = page.locator("#firstGroup details[data-attribute=sex]");
    sex.locator("summary").click();
    sex.locator("input[value=female]").check();
    assertThat(page.locator("[data-figure=EEI] .value")).hasText("+100");
    assertThat(page.locator("#figuresOf")).containsText("sex: female (n = 6)");
    Chromium.picture(page, "creative-so-far-en");
  }

  @Test
  void deletedRecordingLeavesNothing() throws IOException, InterruptedException, SQLException {
    RestClient rest = TestGround.administrator();
    CampaignFixture campaign = CampaignFixture.create(rest, "Deleted", DemoVideoFixture.ad());
    campaign.record("stays", DemoVideoFixture.recording(DemoCampaign.viewers().get(0)));
    String id = campaign.record("goes", DemoVideoFixture.recording(DemoCampaign.viewers().get(0)));
    campaign.settled();
    assertEquals(409, describe(rest, campaign, "goes", "stays"));
    assertEquals(204, describe(rest, campaign, "goes", "went"));

    assertEquals(204, rest.send("DELETE", "recordings/" + id, "").statusCode());

    assertEquals(404, rest.send("GET", "recordings/" + id, "").statusCode());
    JsonObject left = rest.object(recordings(campaign, "?sort=COVERAGE&descending=true"));
    assertEquals(1, left.getInt("total"));
    assertEquals(0, rest.object(recordings(campaign, "?text=went")).getInt("total"));
    assertEquals(1, campaign.settled().getJsonObject("recordings").getInt("completed"));
    assertEquals(
        200,
        rest.send("GET", "recordings/" + campaign.viewings().get(0).getString("id"), "")
            .statusCode());
    assertEquals(
        "0",
        Sql.rows(
                TestGround.database(),
                DatabaseRole.OWNER,
                "select count(*) from core.viewer where code = 'went'")
            .get(0));
  }

  @Test
  void manyAreNotChangedByMistake() throws IOException, InterruptedException {
    RestClient rest = TestGround.administrator();
    CampaignFixture campaign = CampaignFixture.create(rest, "Mistake", DemoVideoFixture.ad());
    String changes = "campaigns/" + campaign.campaignId() + "/recordings/changes";
    assertTrue(rest.send("POST", changes, "{\"act\": \"DELETE\"}").body().contains("recordings"));
    String unknown = "{\"act\": \"DELETE\", \"recordings\": [\"%s\"]}".formatted(UUID.randomUUID());
    assertEquals(404, rest.send("POST", changes, unknown).statusCode());
    String both = "{\"act\": \"INCLUDE\", \"all\": true, \"recordings\": []}";
    assertEquals(400, rest.send("POST", changes, both).statusCode());
  }

  private static int describe(RestClient rest, CampaignFixture campaign, String viewer, String code)
      throws IOException, InterruptedException {
    String path = "campaigns/" + campaign.campaignId() + "/viewers/" + viewer;
    return rest.send("PUT", path, "{\"code\": \"%s\"}".formatted(code)).statusCode();
  }

  private static String recordings(CampaignFixture campaign, String rest) {
    return "campaigns/" + campaign.campaignId() + "/recordings" + rest;
  }

  private static void sort(Page page, String column) {
    String before =
        page.locator("th[aria-sort] >> text=" + column).locator("..").getAttribute("aria-sort");
    page.locator("a.sorter", new Page.LocatorOptions().setHasText(column)).click();
    assertThat(page.locator("th", new Page.LocatorOptions().setHasText(column)).first())
        .not()
        .hasAttribute("aria-sort", before);
  }

  private static void search(Page page, String text) {
    page.locator("#viewerText").fill(text);
    page.locator("#viewerText").press("Tab");
  }

  private static Locator rows(Page page) {
    return page.locator("tr[data-recording]");
  }

  private static Locator first(Page page) {
    return rows(page).first();
  }
}
