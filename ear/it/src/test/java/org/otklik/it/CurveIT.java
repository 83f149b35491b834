package org.otklik.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.otklik.database.DatabaseRole;
import org.otklik.launcher.RestClient;

/** The curve of any group of a creative's viewers: whose it is, what n is, and how large it is. */
class CurveIT {
  private static final int MAX_BYTES = 100_000;

  private static CampaignFixture campaign;

  @BeforeEach
  void provideViewers() throws IOException, InterruptedException, SQLException {
    if (campaign == null) {
      campaign =
          CampaignFixture.create(TestGround.administrator(), "Curves", DemoVideoFixture.ad());
      ViewersFixture.shared().add(campaign.creativeId(), 24);
      ViewersFixture.shared().summarise(campaign.creativeId());
      campaign.settled();
    }
  }

  @Test
  void everybodysCurveIsTheOneThatIsStored() throws IOException, InterruptedException {
    JsonObject curve = curve("");
    List<JsonObject> stored = campaign.curve();
    assertEquals(24, curve.getInt("viewers"));
    assertEquals(stored.size(), curve.getJsonArray("n").size());
    for (int second = 0; second < stored.size(); second++) {
      JsonObject one = stored.get(second);
      assertEquals(one.getInt("n"), curve.getJsonArray("n").getInt(second));
      for (String figure : List.of("valence", "arousal", "eei")) {
        assertEquals(one.get(figure), value(curve, figure, second), figure + " " + second);
      }
      for (String movement : List.of("SMILE", "BROWS_LOWERED")) {
        JsonValue known =
            one.isNull("movements") ? JsonValue.NULL : one.getJsonObject("movements").get(movement);
        assertEquals(known, value(curve.getJsonObject("movements"), movement, second));
      }
      JsonValue positive =
          one.isNull("positive") ? JsonValue.NULL : one.getJsonObject("positive").get("share");
      assertEquals(positive, value(curve, "positive", second));
    }
    JsonObject score = TestGround.administrator().object("creatives/" + campaign.creativeId());
    assertEquals(score.get("eei"), curve.get("index"));
    assertEquals(score.get("keyFigures"), curve.get("keyFigures"));
  }

  @Test
  void segmentsCurveIsOfItsViewersOnly() throws IOException, InterruptedException {
    JsonObject women = curve("?segment=sex:female");
    assertEquals(12, women.getInt("viewers"));
    assertEquals(12, women.getJsonArray("n").getInt(5));
    assertEquals(1, number(women, "positive", 5));
    assertEquals(100, number(women, "eei", 5));
    assertEquals(0, number(women, "negative", 12));
    JsonObject men = curve("?segment=sex:male");
    assertEquals(0, number(men, "positive", 5));
    assertEquals(8.0 / 12, number(men, "negative", 12), 1e-4);
    JsonObject both = curve("?segment=sex:female&segment=city:Tver");
    assertEquals(11, both.getInt("viewers"));
    assertEquals("Tver", both.getJsonObject("segment").getJsonArray("city").getString(0));
  }

  @Test
  void valuesOfOneAttributeAreJoinedAndTheRestIsEverybodyElse()
      throws IOException, InterruptedException {
    assertEquals(24, curve("?segment=sex:female&segment=sex:male").getInt("viewers"));
    JsonObject rest = curve("?segment=sex:female&rest=true");
    assertEquals(12, rest.getInt("viewers"));
    assertEquals(8.0 / 12, number(rest, "negative", 12), 1e-4);
    assertEquals(13, curve("?segment=sex:female&segment=city:Tver&rest=true").getInt("viewers"));
  }

  @Test
  void segmentIsComparedWithTheRestAndNotWithWhatContainsIt()
      throws IOException, InterruptedException {
    JsonObject rest = compared("&firstSegment=sex:female&secondSegment=sex:female&secondRest=true");
    assertEquals(
        compared("&firstSegment=sex:female&secondSegment=sex:male").get("eei"), rest.get("eei"));
    for (String second :
        List.of(
            "",
            "&secondSegment=sex:female&secondSegment=sex:male",
            "&secondSegment=sex:male&secondRest=true")) {
      RestClient.RefusedException refused =
          assertThrows(
              RestClient.RefusedException.class,
              () -> compared("&firstSegment=sex:female&firstSegment=city:Tver" + second));
      assertEquals("GROUP_IN_GROUP", refused.code(), second);
    }
    RestClient.RefusedException same =
        assertThrows(
            RestClient.RefusedException.class,
            () -> compared("&firstSegment=viewer:known&firstRest=true&secondSegment=city:Tver"));
    assertEquals("GROUP_IN_GROUP", same.code(), "by the viewers there are");
  }

  private static JsonObject compared(String query) throws IOException, InterruptedException {
    return TestGround.administrator()
        .object(
            "campaigns/%s/comparison?firstCreative=%2$s&secondCreative=%2$s"
                    .formatted(campaign.campaignId(), campaign.creativeId())
                + query);
  }

  /** Viewers of the same codes are other persons there. */
  @Test
  void creativesOfTwoCampaignsAreComparedWhereTheirFiguresMeanTheSame()
      throws IOException, InterruptedException, SQLException {
    CampaignFixture second =
        CampaignFixture.create(TestGround.administrator(), "Curves II", DemoVideoFixture.ad());
    ViewersFixture.shared().add(second.creativeId(), 12);
    ViewersFixture.shared().summarise(second.creativeId());
    second.settled();
    RestClient reader = UserFixture.of("READER").rest();
    String path =
        "campaigns/%s/comparison?firstCreative=%s&secondCreative=%s"
            .formatted(campaign.campaignId(), campaign.creativeId(), second.creativeId());
    JsonObject comparison = reader.object(path);
    assertEquals(24, comparison.getInt("firstViewers"));
    assertEquals(12, comparison.getInt("secondViewers"));
    JsonObject report =
        campaign.made(
            "campaigns/" + campaign.campaignId() + "/reports",
            Json.createObjectBuilder()
                .add("format", "CSV")
                .add("compared", groups(campaign.creativeId(), second.creativeId()))
                .build());
    assertEquals("COMPLETED", report.getString("state"));

    String settings = "campaigns/" + second.campaignId() + "/settings";
    JsonObject standard = TestGround.administrator().object(settings);
    String changed =
        Json.createObjectBuilder()
            .add("version", standard.getInt("version"))
            .add(
                "settings",
                Json.createObjectBuilder(standard.getJsonObject("settings"))
                    .add("silentWeight", 0.7))
            .build()
            .toString();
    assertEquals(200, TestGround.administrator().send("PUT", settings, changed).statusCode());
    second.settled();
    RestClient.RefusedException refused =
        assertThrows(RestClient.RefusedException.class, () -> reader.object(path));
    assertEquals("COMPARED_SETTINGS_DIFFER", refused.code());
    RestClient stranger = UserFixture.stranger().rest();
    assertEquals(
        404, assertThrows(RestClient.RefusedException.class, () -> stranger.object(path)).status());
  }

  private static JsonObject groups(String first, String second) {
    return Json.createObjectBuilder()
        .add("first", Json.createObjectBuilder().add("creative", first))
        .add("second", Json.createObjectBuilder().add("creative", second))
        .build();
  }

  @Test
  void whereNobodyWasObservedThereIsNothingAndNotNought() throws IOException, InterruptedException {
    JsonObject curve = curve("");
    assertEquals(0, curve.getJsonArray("n").getInt(17));
    for (String line : List.of("positive", "eei", "valence")) {
      assertEquals(JsonValue.NULL, value(curve, line, 17), line);
    }
    assertEquals(0, number(curve, "attention", 17), "recorded, but not turned to the screen");
    assertEquals(3, curve.getJsonArray("n").getInt(18));
    assertEquals(5, curve.getInt("minGroupSize"));
  }

  @Test
  void eachEmotionHasItsMeanWithAnInterval() throws IOException, InterruptedException {
    JsonObject sadness =
        curve("?segment=sex:male").getJsonObject("emotions").getJsonObject("SADNESS");
    double mean = sadness.getJsonArray("value").getJsonNumber(12).doubleValue();
    double low = sadness.getJsonArray("low").getJsonNumber(12).doubleValue();
    double high = sadness.getJsonArray("high").getJsonNumber(12).doubleValue();
    assertTrue(0 < low && low < mean && mean < high && high < 1, sadness.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "city:Pskov, GROUP_TOO_SMALL",
    "city:Nowhere, GROUP_TOO_SMALL",
    "sex:female&segment=city:Pskov, GROUP_TOO_SMALL",
    "sex, FIELD_INVALID",
    "sex:female&second=1, FIELD_UNKNOWN"
  })
  void whatMayNotBeShownIsRefused(String segment, String code) {
    RestClient.RefusedException refused =
        assertThrows(RestClient.RefusedException.class, () -> curve("?segment=" + segment));
    assertEquals(code, refused.code());
  }

  @Test
  void pageOffersNoGroupThatIsTooSmall() throws IOException, InterruptedException {
    UserFixture reader = UserFixture.of("READER");
    PortalBrowser browser = new PortalBrowser("en");
    browser.signIn(reader.login(), reader.password());
    String page = browser.open("creative.xhtml?id=" + campaign.creativeId()).body();
    String offered = PortalBrowser.attribute(page, "data-segments");
    assertEquals(
        """
        [{"attribute":"city","value":"Tver","viewers":22},\
        {"attribute":"sex","value":"female","viewers":12},\
        {"attribute":"sex","value":"male","viewers":12}]""",
        offered);
  }

  @Test
  void strangersSeeNoCurve() throws IOException, InterruptedException {
    RestClient stranger = UserFixture.stranger().rest();
    String path = "creatives/" + campaign.creativeId() + "/curve";
    RestClient.RefusedException refused =
        assertThrows(RestClient.RefusedException.class, () -> stranger.get(path));
    assertEquals(404, refused.status());
    assertEquals(24, UserFixture.of("READER").rest().object(path).getInt("viewers"));
  }

  /** The page itself, and what its scripts ask for. */
  @Test
  void fiveHundredViewersOfAMinuteAreAHundredKilobytes()
      throws IOException, InterruptedException, SQLException {
    CampaignFixture many =
        CampaignFixture.create(TestGround.administrator(), "Many viewers", DemoVideoFixture.ad());
    ViewersFixture.shared().stretch(many.creativeId(), 60_000);
    ViewersFixture.shared().add(many.creativeId(), 500);
    PortalBrowser browser = new PortalBrowser("en");
    UserFixture reader = UserFixture.of("READER");
    browser.signIn(reader.login(), reader.password());
    int page = browser.compressedBytes("creative.xhtml?id=" + many.creativeId());
    long begun = System.nanoTime();
    int curve = browser.compressedBytes("api/v1/creatives/" + many.creativeId() + "/curve");
    long tookMs = (System.nanoTime() - begun) / 1_000_000;
    JsonObject figures =
        TestGround.administrator().object("creatives/" + many.creativeId() + "/curve");
    assertEquals(500, figures.getInt("viewers"));
    assertEquals(60, figures.getJsonArray("n").size());
    assertTrue(page + curve <= MAX_BYTES, "page " + page + ", curve " + curve);
    TestGround.console()
        .say("Creative page of 500 viewers: " + page + " + " + curve + " bytes, " + tookMs + " ms");
  }

  /**
   * Three viewers with two recordings each are three persons: of the second in which nobody else
   * was seen nothing is shown, and their creative is no norm for others.
   */
  @Test
  void secondRecordingMakesNobodyASecondPerson()
      throws IOException, InterruptedException, SQLException {
    RestClient rest = TestGround.administrator();
    CampaignFixture own = CampaignFixture.create(rest, "Ranked", DemoVideoFixture.ad());
    int others = rest.object("creatives/" + own.creativeId() + "/norms").getInt("others");
    CampaignFixture few = CampaignFixture.create(rest, "Three persons", DemoVideoFixture.ad());
    ViewersFixture.shared().add(few.creativeId(), 3);
    ViewersFixture.shared().recordAgain(few.creativeId(), 3);
    ViewersFixture.shared().summarise(few.creativeId());
    few.settled();
    assertEquals(3, few.curve().get(5).getInt("n"));
    assertEquals(
        others,
        rest.object("creatives/" + own.creativeId() + "/norms").getInt("others"),
        "six viewings of three persons");

    CampaignFixture more = CampaignFixture.create(rest, "Six persons", DemoVideoFixture.ad());
    ViewersFixture.shared().add(more.creativeId(), 6);
    JsonObject once = figures(more, 18);
    ViewersFixture.shared().recordAgain(more.creativeId(), 3);
    assertEquals(once, figures(more, 18));
    ViewersFixture.shared().summarise(more.creativeId());
    more.settled();
    assertEquals(
        List.of("5|6|f", "18|3|t"),
        Sql.rows(
            TestGround.database(),
            DatabaseRole.BI_READER,
            """
            select second_no, viewers, is_suppressed
            from bi.fact_creative_second
            join bi.dim_creative using (creative_key)
            where creative_id = ?::uuid and second_no in (5, 18)
            order by second_no
            """,
            more.creativeId()));
  }

  /** n, share and band of one second. */
  private static JsonObject figures(CampaignFixture of, int second)
      throws IOException, InterruptedException {
    JsonObject curve = TestGround.administrator().object("creatives/" + of.creativeId() + "/curve");
    JsonObjectBuilder figures = Json.createObjectBuilder();
    figures.add("n", curve.getJsonArray("n").get(second));
    for (String line : List.of("positive", "neutral", "attention")) {
      for (String which : List.of("value", "low", "high")) {
        figures.add(line + which, curve.getJsonObject(line).getJsonArray(which).get(second));
      }
    }
    return figures.build();
  }

  /**
   * After a change of the settings the curve stays that of the version before until the creative is
   * summarised anew; no answer has a new K with old viewings.
   */
  @Test
  void figuresAreOfOneVersionOfTheSettings()
      throws IOException, InterruptedException, SQLException {
    RestClient rest = TestGround.administrator();
    CampaignFixture made = CampaignFixture.create(rest, "One version", DemoVideoFixture.ad());
    ViewersFixture.shared().add(made.creativeId(), 8);
    ViewersFixture.shared().summarise(made.creativeId());
    String campaignId = made.settled().getString("campaign");
    JsonObject before = rest.object("creatives/" + made.creativeId() + "/curve");
    assertEquals(1, before.getInt("settingsVersion"));
    assertEquals(0.5, before.getJsonObject("emoNps").getJsonNumber("k").doubleValue());

    ViewersFixture.shared().changeSettings(campaignId, 0.8);
    JsonObject between = rest.object("creatives/" + made.creativeId() + "/curve");
    assertEquals(before, between, "what is summarised is of the version before");

    ViewersFixture.shared().summarise(made.creativeId());
    made.settled();
    JsonObject after = rest.object("creatives/" + made.creativeId() + "/curve");
    assertEquals(2, after.getInt("settingsVersion"));
    assertEquals(0.8, after.getJsonObject("emoNps").getJsonNumber("k").doubleValue());
  }

  private static JsonObject curve(String query) throws IOException, InterruptedException {
    return TestGround.administrator()
        .object("creatives/" + campaign.creativeId() + "/curve" + query);
  }

  private static JsonValue value(JsonObject curve, String line, int second) {
    JsonArray values = curve.getJsonObject(line).getJsonArray("value");
    return values.get(second);
  }

  private static double number(JsonObject curve, String line, int second) {
    return curve.getJsonObject(line).getJsonArray("value").getJsonNumber(second).doubleValue();
  }
}
