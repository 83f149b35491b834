package org.otklik.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.otklik.database.DatabaseRole;
import org.otklik.launcher.RestClient;
import org.otklik.testdata.synthetic.DemoCampaign;

/** After an update of the emotion model: what was analysed before says so, and is analysed anew. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ModelRenewalIT {
  private static final double PATIENCE_MS = Duration.ofMinutes(4).toMillis();

  private static final String EARLIER = "emotion v0";

  /** Of the viewings that figures are made from: how many come from the earlier model. */
  private static final String JUDGED =
      """
      select count(*) filter (where run.classifier_name = '%s') || ' of ' || count(*)
      from agg.viewing
      join core.analysis_run as run on run.id = viewing.analysis_run_id
      join core.recording on recording.id = viewing.recording_id
      join core.creative on creative.id = recording.creative_id
      where creative.public_id = ?::uuid
      """
          .formatted(EARLIER);

  @RegisterExtension static final Chromium chromium = new Chromium();

  private final RestClient rest = TestGround.administrator();

  @Test
  void figuresOfAnEarlierModelSayItAndStayUntilAllIsAnalysedAgain() throws Exception {
    CampaignFixture campaign = CampaignFixture.create(rest, "Renewed", DemoVideoFixture.ad());
    for (int i = 0; i < 2; i++) {
      campaign.record("V" + i, DemoVideoFixture.recording(DemoCampaign.viewers().get(i)));
    }
    String damaged =
        campaign.record("lost", DemoVideoFixture.recording(DemoCampaign.viewers().get(3)));
    campaign.settled();
    assertEquals(0, models(campaign).getInt("outdated"));
    List<JsonObject> curve = campaign.curve();
    age(campaign);
    assertEquals(3, models(campaign).getInt("outdated"));
    assertEquals(EARLIER, used(campaign));
    assertTrue(reportText(campaign, "en").contains(EARLIER + ", which the server no longer uses"));
    assertTrue(reportText(campaign, "ru").contains("рассчитаны моделью " + EARLIER));
    Page reader = opened("ru", "READER", campaign);
    assertThat(reader.locator(".models")).containsText("Показатели рассчитаны моделью эмоций");
    assertThat(reader.locator("#renew")).hasCount(0);
    Page page = opened("en", "ANALYST", campaign);
    Chromium.picture(page, "campaign-superseded-model");
    Axe.assertNothingFound(page, "campaign-superseded-model");
    MediaFixture.destroy(damaged);

    page.locator("#renew").click();
    assertThat(page.locator(".models")).containsText("of 3 recordings");
    assertThat(page.locator("#renew")).hasCount(0);
    Set<String> seen = new TreeSet<>();
    await("all are analysed again")
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> {
              seen.addAll(judged(campaign));
              return models(campaign).getInt("outdated") == 0;
            });
    campaign.settled();
    seen.addAll(judged(campaign));
    assertEquals(Set.of("3 of 3", "0 of 3"), seen, "the models' figures were mixed");
    LocatorAssertions.HasCountOptions patiently =
        new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE_MS);
    assertThat(page.locator(".models")).hasCount(0, patiently);
    assertThat(reader.locator(".models")).hasCount(0, patiently);
    JsonObject lost = campaign.viewing("lost");
    assertEquals("ANALYSIS_FAILED", lost.getString("exclusionReason"));
    assertEquals(models(campaign).getString("current"), used(campaign));
    assertEquals(curve.size(), campaign.curve().size());
    assertEquals(0, models(campaign).getInt("waiting"));
  }

  @Test
  void normsCompareFiguresOfOneModelOnly() throws Exception {
    CampaignFixture own = ranked("Norm of one model");
    CampaignFixture other = ranked("Norm of another");
    assertEquals(1, others(own));
    age(other);
    assertEquals(0, others(own));
    age(own);
    assertEquals(1, others(own));
  }

  private CampaignFixture ranked(String name) throws Exception {
    CampaignFixture campaign = CampaignFixture.create(rest, name, DemoVideoFixture.ad());
    setApart(campaign);
    ViewersFixture.shared().add(campaign.creativeId(), 6);
    ViewersFixture.shared().summarise(campaign.creativeId());
    campaign.settled();
    return campaign;
  }

  /** Other settings than other tests' campaigns have, with which nobody is compared then. */
  private void setApart(CampaignFixture campaign) throws IOException, InterruptedException {
    String address = "campaigns/" + campaign.campaignId() + "/settings";
    JsonObject settings =
        Json.createObjectBuilder(rest.object(address).getJsonObject("settings"))
            .add("silentWeight", 0.9)
            .build();
    JsonObject order =
        Json.createObjectBuilder().add("version", 1).add("settings", settings).build();
    assertEquals(200, rest.send("PUT", address, order.toString()).statusCode());
  }

  private int others(CampaignFixture campaign) throws IOException, InterruptedException {
    return rest.object("creatives/" + campaign.creativeId() + "/norms").getInt("others");
  }

  /** As if it had been analysed before the server was given its emotion model. */
  private static void age(CampaignFixture campaign) throws SQLException {
    Sql.rows(
        TestGround.database(),
        DatabaseRole.OWNER,
        """
        update core.analysis_run as run
        set classifier_name = '%s', classifier_sha256 = repeat('0', 64)
        from core.recording
        join core.creative on creative.id = recording.creative_id
        where recording.id = run.recording_id and creative.public_id = ?::uuid
        returning run.id
        """
            .formatted(EARLIER),
        campaign.creativeId());
  }

  private static List<String> judged(CampaignFixture campaign) throws SQLException {
    return Sql.rows(TestGround.database(), DatabaseRole.OWNER, JUDGED, campaign.creativeId());
  }

  private JsonObject models(CampaignFixture campaign) throws IOException, InterruptedException {
    return rest.object("campaigns/" + campaign.campaignId()).getJsonObject("models");
  }

  private String used(CampaignFixture campaign) throws IOException, InterruptedException {
    List<JsonString> used = models(campaign).getJsonArray("used").getValuesAs(JsonString.class);
    assertEquals(1, used.size(), used.toString());
    return used.get(0).getString();
  }

  private static String reportText(CampaignFixture campaign, String language) throws Exception {
    Path file = TestGround.newFolder("superseded").resolve(language + ".pdf");
    try (PDDocument document = Loader.loadPDF(campaign.report(language, file).toFile())) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }

  private static Page opened(String language, String role, CampaignFixture campaign)
      throws IOException, InterruptedException {
    UserFixture user = UserFixture.of(role);
    Page page = chromium.window(language);
    page.navigate("login.xhtml?lang=" + language);
    Chromium.signIn(page, user.login(), user.password());
    page.navigate("campaign.xhtml?id=" + campaign.campaignId());
    return page;
  }
}
