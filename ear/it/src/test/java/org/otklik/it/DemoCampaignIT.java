package org.otklik.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.otklik.database.DatabaseRole;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.EmotionScores;
import org.otklik.launcher.RestClient;
import org.otklik.testdata.synthetic.DemoCampaign;
import org.otklik.testdata.synthetic.DemoViewer;
import org.otklik.testdata.synthetic.SyntheticCreative;

/** The whole way on the synthetic viewers, whose scripts are the truth to be found again. */
class DemoCampaignIT {
  private static final double MIN_AGREEMENT = 0.8;
  private static final int LARGER_THAN_A_REPORT = 20_000_000;

  private static CampaignFixture campaign;
  private static final Map<String, String> RECORDINGS = new HashMap<>();

  /** Made by the first test that asks: the server is up only then. */
  private static CampaignFixture analysed() throws IOException, InterruptedException {
    if (campaign == null) {
      CampaignFixture made =
          CampaignFixture.create(TestGround.administrator(), "Demo", DemoVideoFixture.ad());
      for (DemoViewer viewer : DemoCampaign.viewers()) {
        RECORDINGS.put(
            viewer.code(),
            made.record(viewer.code(), DemoVideoFixture.recording(viewer), viewer.attributes()));
      }
      made.settled();
      campaign = made;
    }
    return campaign;
  }

  @Test
  void recoveredCurveFollowsEachViewersScript() throws IOException, InterruptedException {
    CampaignFixture demo = analysed();
    for (DemoViewer viewer : DemoCampaign.viewers()) {
      if (viewer.hasFace()) {
        double agreement = agreement(viewer, demo.seconds(RECORDINGS.get(viewer.code())));
        assertTrue(agreement >= MIN_AGREEMENT, viewer.code() + " agrees in " + agreement);
      }
    }
  }

  /** Through all of analysis and storage: where the script smiles, the stored smile is wide. */
  @Test
  void smilesOfTheScriptAreFoundAsMovements() throws IOException, InterruptedException {
    CampaignFixture demo = analysed();
    List<Double> smiling = new ArrayList<>();
    List<Double> calm = new ArrayList<>();
    for (DemoViewer viewer : DemoCampaign.viewers()) {
      if (!viewer.hasFace()) {
        continue;
      }
      for (JsonObject second : demo.seconds(RECORDINGS.get(viewer.code()))) {
        int at = second.getInt("second");
        assertEquals(second.isNull("emotions"), second.isNull("movements"));
        if (viewer.script().isSettled(at) && !second.isNull("movements")) {
          EmotionScores script = viewer.script().at(at * 1000 + 500);
          double smile = second.getJsonObject("movements").getJsonNumber("SMILE").doubleValue();
          if (script.probability(Emotion.HAPPINESS) > 0.8) {
            smiling.add(smile);
          } else if (script.probability(Emotion.NEUTRAL) > 0.9) {
            calm.add(smile);
          }
        }
      }
    }
    assertTrue(smiling.size() >= 10 && calm.size() >= 10, smiling.size() + ", " + calm.size());
    assertTrue(mean(smiling) > mean(calm) + 0.4, mean(smiling) + ", calm " + mean(calm));
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  /** Part of the script's settled seconds in which the state, or the absence, was found. */
  private static double agreement(DemoViewer viewer, List<JsonObject> seconds) {
    int settled = 0;
    int found = 0;
    for (JsonObject second : seconds) {
      int at = second.getInt("second");
      if (!viewer.script().isSettled(at)) {
        continue;
      }
      settled++;
      boolean present = viewer.script().isPresentAt(at * 1000 + 500);
      String expected = present ? viewer.script().groupAt(at * 1000 + 500).name() : null;
      found += String.valueOf(expected).equals(String.valueOf(state(second))) ? 1 : 0;
    }
    assertTrue(settled > 5, viewer.code() + " has " + settled + " settled seconds");
    return (double) found / settled;
  }

  private static String state(JsonObject second) {
    return second.isNull("state") ? null : second.getString("state");
  }

  @Test
  void emptyRoomIsExcludedAndNotNeutral() throws IOException, InterruptedException {
    DemoViewer nobody =
        DemoCampaign.viewers().stream().filter(v -> !v.hasFace()).findFirst().orElseThrow();
    JsonObject viewing = analysed().viewing(nobody.code());
    assertEquals("COMPLETED", viewing.getString("state"));
    assertEquals("EXCLUDED", viewing.getString("response"));
    assertEquals("NO_VIEWER", viewing.getString("exclusionReason"));
  }

  @Test
  void everySampledFrameIsOneRowOfFactFrame()
      throws IOException, InterruptedException, SQLException {
    analysed();
    List<String> rows =
        Sql.rows(
            TestGround.database(),
            DatabaseRole.BI_READER,
            """
            select viewer_code, frames_sampled, count(*), count(distinct media_time_ms),
                max(media_time_ms)
            from bi.fact_viewing
            join bi.fact_frame using (viewing_key)
            join bi.dim_viewer on dim_viewer.viewer_key = fact_viewing.viewer_key
            join bi.dim_creative on dim_creative.creative_key = fact_viewing.creative_key
            where creative_id = ?::uuid
            group by viewing_key, viewer_code, frames_sampled
            """,
            campaign.creativeId());
    assertEquals(DemoCampaign.viewers().size(), rows.size(), rows.toString());
    int tenths = SyntheticCreative.DURATION_MS / 100;
    for (String row : rows) {
      String[] column = row.split("\\|");
      assertEquals(column[1], column[2], row);
      assertEquals(column[1], column[3], row);
      assertEquals(tenths, Integer.parseInt(column[1]), 1, row);
    }
  }

  @Test
  void indexAgreesWithTheViewingsThatBiShows()
      throws IOException, InterruptedException, SQLException {
    JsonObject creative = TestGround.administrator().object("creatives/" + analysed().creativeId());
    List<String> recomputed =
        Sql.rows(
            TestGround.database(),
            DatabaseRole.BI_READER,
            """
            select 100.0 * (count(*) filter (where response = 'POSITIVE')
                            - count(*) filter (where response = 'NEGATIVE'))
                   / count(*) filter (where response <> 'EXCLUDED')
            from bi.fact_viewing
            join bi.dim_creative using (creative_key)
            where creative_id = ?::uuid
            """,
            analysed().creativeId());
    assertEquals(
        Double.parseDouble(recomputed.get(0)),
        creative.getJsonObject("eei").getJsonNumber("value").doubleValue(),
        1e-6);
  }

  @Test
  void curveAgreesWithTheSecondsThatBiShows()
      throws IOException, InterruptedException, SQLException {
    List<String> differences =
        Sql.rows(
            TestGround.database(),
            DatabaseRole.BI_READER,
            """
            with of_second as (
                select creative_key, second_no, count(state) as n,
                    avg((state = 'POSITIVE')::integer)::float as share,
                    100.0 * (count(*) filter (where state = 'POSITIVE')
                             - count(*) filter (where state = 'NEGATIVE')) / nullif(count(state), 0) as eei,
                    avg(surprise_probability) filter (where state is not null) as surprise,
                    avg(valence) as valence, 1.959963984540054 ^ 2 as z2
                from bi.fact_second
                where is_counted and is_in_creative
                group by creative_key, second_no
            )
            select count(*), sum(abs(curve.viewers - n)),
                max(abs(positive_share - share)) < 1e-6,
                max(abs(curve.eei - of_second.eei)) < 1e-6,
                max(abs(surprise_probability - surprise)) < 1e-6,
                max(abs(curve.valence - of_second.valence)) < 1e-6,
                max(abs(positive_low - (share + z2 / (2 * n) - sqrt(z2 * (share * (1 - share) / n
                    + z2 / (4 * n ^ 2)))) / (1 + z2 / n))) < 1e-6,
                max(abs(positive_high - (share + z2 / (2 * n) + sqrt(z2 * (share * (1 - share) / n
                    + z2 / (4 * n ^ 2)))) / (1 + z2 / n))) < 1e-6
            from bi.fact_creative_second as curve
            join of_second using (creative_key, second_no)
            join bi.dim_creative using (creative_key)
            where creative_id = ?::uuid
            """,
            analysed().creativeId());
    assertEquals(List.of("20|0|t|t|t|t|t|t"), differences);
  }

  @Test
  void emoNpsAgreesWithTheViewingsThatBiShows()
      throws IOException, InterruptedException, SQLException {
    List<String> differences =
        Sql.rows(
            TestGround.database(),
            DatabaseRole.BI_READER,
            """
            with viewer as (
                select creative_key, viewer_key, sum(positive_s) as p, sum(negative_s) as n,
                    greatest(max(min_response_s), max(min_response_share) * sum(observed_s)) as e
                from bi.fact_viewing
                join bi.fact_score using (creative_key)
                where response <> 'EXCLUDED'
                group by creative_key, viewer_key
            ),
            counted as (
                select creative_key, count(*) as viewers,
                    count(*) filter (where p >= e and p >= n) as engaged,
                    count(*) filter (where n >= e and n > p) as critical
                from viewer
                group by creative_key
            )
            select score.viewers = counted.viewers, engaged_viewers = engaged,
                critical_viewers = critical,
                abs(100.0 * (engaged - critical - score.emo_nps_k * (counted.viewers - engaged - critical))
                    / counted.viewers - score.emo_nps) < 1e-6,
                emo_nps_low <= score.emo_nps and score.emo_nps <= emo_nps_high,
                emo_nps_low < emo_nps_high
            from bi.fact_score as score
            join counted using (creative_key)
            join bi.dim_creative using (creative_key)
            where creative_id = ?::uuid
            """,
            analysed().creativeId());
    assertEquals(List.of("t|t|t|t|t|t"), differences);
  }

  @Test
  void adIsToldApartByItsScenes() throws IOException, InterruptedException, SQLException {
    assertEquals(
        List.of("1|0|3", "2|3|16", "3|16|20"),
        Sql.rows(
            TestGround.database(),
            DatabaseRole.BI_READER,
            """
            select scene_no, start_second_no, end_second_no
            from bi.dim_scene
            join bi.dim_creative using (creative_key)
            where creative_id = ?::uuid
            order by scene_no
            """,
            analysed().creativeId()));
  }

  @Test
  void segmentsAreComparedAsTheViewingsThatBiShowsTell()
      throws IOException, InterruptedException, SQLException {
    CampaignFixture demo = analysed();
    JsonObject comparison =
        TestGround.administrator()
            .object(
                ("campaigns/%1$s/comparison?firstCreative=%2$s&firstSegment=sex:female"
                        + "&secondCreative=%2$s&secondSegment=sex:male")
                    .formatted(demo.campaignId(), demo.creativeId()));
    String recomputed =
        Sql.rows(
                TestGround.database(),
                DatabaseRole.BI_READER,
                """
                with segment as (
                    select viewer_segments ->> 'sex' as sex, count(*) as n,
                        100.0 * (count(*) filter (where response = 'POSITIVE')
                                 - count(*) filter (where response = 'NEGATIVE')) / count(*) as eei
                    from bi.fact_viewing
                    join bi.dim_viewer using (viewer_key)
                    join bi.dim_creative using (creative_key)
                    where creative_id = ?::uuid and response <> 'EXCLUDED'
                    group by 1
                )
                select female.eei - male.eei, female.n, male.n
                from segment as female, segment as male
                where female.sex = 'female' and male.sex = 'male'
                """,
                demo.creativeId())
            .get(0);
    String[] column = recomputed.split("\\|");
    JsonObject eei = comparison.getJsonObject("eei");
    assertEquals(Double.parseDouble(column[0]), number(eei, "value"), 1e-6);
    assertEquals(Integer.parseInt(column[1]), comparison.getInt("firstViewers"));
    assertEquals(Integer.parseInt(column[2]), comparison.getInt("secondViewers"));
    assertTrue(number(eei, "low") <= number(eei, "value"), eei.toString());
    assertTrue(number(eei, "high") >= number(eei, "value"), eei.toString());
    assertTrue(number(eei, "p") > 0 && number(eei, "p") <= 1, eei.toString());
    assertEquals(20, comparison.getJsonArray("seconds").size());
  }

  @Test
  void groupsThatWouldShowPersonsAreNotCompared() throws IOException, InterruptedException {
    String comparison = "campaigns/" + analysed().campaignId() + "/comparison?firstSegment=";
    assertRefused(
        "GROUP_TOO_SMALL",
        comparison + "city:" + RestClient.encoded("Екатеринбург") + "&secondSegment=sex:male");
    assertRefused("GROUPS_ALIKE", comparison + "sex:male&secondSegment=sex:male");
    assertRefused("CREATIVE_UNKNOWN", comparison + "sex:male&secondCreative=" + UUID.randomUUID());
  }

  @ParameterizedTest
  @CsvSource({"PDF, %PDF", "XLSX, PK", "CSV, PK", "PPTX, PK"})
  void campaignAndItsSegmentsAreReportedInEachFormat(String format, String beginning)
      throws Exception {
    CampaignFixture demo = analysed();
    JsonObjectBuilder order = Json.createObjectBuilder().add("format", format);
    JsonObject compared =
        Json.createObjectBuilder()
            .add("first", group("female"))
            .add("second", group("male"))
            .build();
    for (JsonObject body :
        List.of(order.build(), order.add("format", format).add("compared", compared).build())) {
      JsonObject report = demo.made("campaigns/" + demo.campaignId() + "/reports", body);
      Path file = Files.createTempFile("otklik-report-", null);
      TestGround.administrator().download("reports/" + report.getString("id") + "/file", file);
      byte[] content = Files.readAllBytes(file);
      Files.delete(file);
      assertEquals(beginning, new String(content, 0, beginning.length(), ISO_8859_1));
      assertEquals(report.getString("sha256"), sha256(content));
      assertEquals(0.5, report.getJsonObject("settings").getJsonNumber("k").doubleValue());
      assertNotNull(report.getString("dataAsOf"));
    }
  }

  private static JsonObject group(String sex) {
    return Json.createObjectBuilder()
        .add("segment", Json.createObjectBuilder().add("sex", Json.createArrayBuilder().add(sex)))
        .build();
  }

  private static String sha256(byte[] content) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
  }

  @Test
  void archiveKeepsAReportUntilItIsDeleted() throws Exception {
    CampaignFixture demo = analysed();
    String reports = "campaigns/" + demo.campaignId() + "/reports";
    String report =
        "reports/" + demo.made(reports, Json.createObjectBuilder().build()).getString("id");
    String listed = TestGround.administrator().get(reports).toString();
    assertTrue(listed.contains(report.substring("reports/".length())), listed);
    assertEquals(204, TestGround.administrator().send("DELETE", report, "").statusCode());
    assertRefused("REPORT_UNKNOWN", report);
    assertRefused("REPORT_UNKNOWN", report + "/file");
  }

  private static JsonObject sent(String method, String address, String content)
      throws IOException, InterruptedException {
    String answer = TestGround.administrator().send(method, address, content).body();
    try (JsonReader reader = Json.createReader(new StringReader(answer))) {
      return reader.readObject();
    }
  }

  private static void assertRefused(String code, String address) {
    RestClient.RefusedException refused =
        assertThrows(
            RestClient.RefusedException.class, () -> TestGround.administrator().object(address));
    assertEquals(code, refused.code());
  }

  private static double number(JsonObject object, String name) {
    return object.getJsonNumber(name).doubleValue();
  }

  @Test
  void figuresAreRankedAmongFinishedCreativesOfThatLength()
      throws IOException, InterruptedException, SQLException {
    RestClient rest = TestGround.administrator();
    CampaignFixture ranked = CampaignFixture.create(rest, "Ranked", DemoVideoFixture.ad());
    String creative = ranked.creativeId();
    ViewersFixture.shared().add(creative, 12);
    ViewersFixture.shared().summarise(creative);
    ranked.settled();
    ViewersFixture.shared().stretch(creative, 95_000); // a length that no other test's ad has
    assertEquals(0, rest.object("creatives/" + creative + "/norms").getJsonObject("norms").size());

    double own = number(rest.object("creatives/" + creative).getJsonObject("eei"), "value");
    for (int i = 0; i < 12; i++) {
      finished(creative, ranked.campaignId(), 95_000, i < 9 ? own - 1 - i : own + i);
    }
    finished(creative, ranked.campaignId(), 90_000, own + 50); // another bracket
    finished(creative, stricter(rest), 95_000, own + 50); // other settings
    JsonObject norms = rest.object("creatives/" + creative + "/norms");
    assertEquals(91, norms.getInt("fromSeconds"));
    assertTrue(norms.isNull("untilSeconds"));
    assertEquals(12, norms.getInt("others"));
    JsonObject eei = norms.getJsonObject("norms").getJsonObject("EEI");
    assertEquals(75, number(eei, "percentile"), 1e-9);
    assertEquals(12, eei.getInt("others"));
    assertFalse(norms.getJsonObject("norms").containsKey("PEAK"), "the others have none");
  }

  /** A campaign with settings of its own. */
  private static String stricter(RestClient rest) throws IOException, InterruptedException {
    String stricter = CampaignFixture.campaign(rest, "Stricter");
    String address = "campaigns/" + stricter + "/settings";
    JsonObject settings =
        Json.createObjectBuilder(rest.object(address).getJsonObject("settings"))
            .add("stateThreshold", 0.6)
            .build();
    sent(
        "PUT",
        address,
        Json.createObjectBuilder().add("version", 1).add("settings", settings).build().toString());
    assertEquals(2, rest.object(address).getInt("version"));
    return stricter;
  }

  /** Another creative, as if it had been analysed. */
  private static void finished(String like, String campaignId, int durationMs, double eei)
      throws SQLException {
    Sql.rows(
        TestGround.database(),
        DatabaseRole.OWNER,
        """
        with made as (
            insert into core.creative (public_id, campaign_id, name, media_sha256, duration_ms,
                width_px, height_px, frame_rate, summary_state, created_by)
            select gen_random_uuid(), campaign.id, 'Norm', media_sha256, ?, width_px, height_px,
                frame_rate, 'CURRENT', creative.created_by
            from core.creative
            join core.campaign on campaign.public_id = ?::uuid
            where creative.public_id = ?::uuid
            returning id, campaign_id
        )
        insert into agg.creative_score (creative_id, positive, negative, neutral, excluded, eei,
            eei_low, eei_high, engaged, critical, silent, emo_nps_k, settings_version, computed_at)
        select made.id, 3, 1, 1, 0, ?, -100, 100, 3, 1, 1, 0.5, campaign.settings_version, now()
        from made join core.campaign on campaign.id = made.campaign_id
        returning creative_id
        """,
        durationMs,
        campaignId,
        like,
        eei);
  }

  @Test
  void answersAreStoredAllOrNoneAndScored() throws IOException, InterruptedException, SQLException {
    String answers = "campaigns/" + analysed().campaignId() + "/answers";
    RestClient rest = TestGround.administrator();
    assertEquals(JsonValue.NULL, rest.object(answers).get("nps"));

    JsonObject refused = sent("POST", answers, "viewer;nps;csat\nZ01;10;5\nnobody;9;4\nZ02;11;\n");
    assertEquals(false, refused.getBoolean("stored"));
    assertEquals(
        List.of("3 VIEWER_UNKNOWN", "4 FIELD_INVALID"),
        refused.getJsonArray("problems").getValuesAs(JsonObject.class).stream()
            .map(problem -> problem.getInt("line") + " " + problem.getString("code"))
            .toList());
    String good = "viewer,nps,csat\nZ01,10,5\nZ02,9,4\nZ03,3,2\nZ04,8,\n";
    assertEquals(4, sent("POST", answers + "?preview=true", good).getInt("viewers"));
    assertEquals(JsonValue.NULL, rest.object(answers).get("nps"), "nothing of both is stored");

    assertTrue(sent("POST", answers, good).getBoolean("stored"));
    JsonObject stored = sent("PUT", answers + "/Z05", "{\"nps\": 6}");
    assertEquals("Z05", stored.getString("viewer"));
    JsonObject scores = rest.object(answers);
    assertEquals(0, number(scores.getJsonObject("nps"), "value"), 1e-9);
    assertEquals(5, scores.getJsonObject("nps").getInt("answered"));
    assertEquals(JsonValue.NULL, scores.get("csat"), "three answers are too few to be shown");
    sent("PUT", answers + "/Z04", "{\"csat\": 3}");
    sent("PUT", answers + "/Z05", "{\"csat\": 5}");
    assertEquals(60, number(rest.object(answers).getJsonObject("csat"), "value"), 1e-9);
    String recomputed =
        Sql.rows(
                TestGround.database(),
                DatabaseRole.BI_READER,
                """
                with viewer as (
                    select viewer_key,
                        sum(positive_s - negative_s) / sum(observed_s) as net
                    from bi.fact_viewing
                    join bi.dim_campaign using (campaign_key)
                    where campaign_id = ?::uuid and response <> 'EXCLUDED'
                    group by viewer_key
                )
                select corr(nps_answer, net), count(*)
                from bi.fact_answer
                join bi.dim_campaign using (campaign_key)
                join viewer using (viewer_key)
                where campaign_id = ?::uuid and nps_answer is not null
                """,
                analysed().campaignId(),
                analysed().campaignId())
            .get(0);
    JsonObject correlation = scores.getJsonObject("nps").getJsonObject("correlation");
    String[] column = recomputed.split("\\|");
    assertEquals(Double.parseDouble(column[0]), number(correlation, "r"), 1e-6);
    assertEquals(Integer.parseInt(column[1]), correlation.getInt("viewers"));
  }

  @Test
  void happySceneIsAPositiveMomentWithThePictureOfTheAd() throws IOException, InterruptedException {
    String creative = analysed().creativeId();
    List<JsonObject> moments =
        TestGround.administrator().get("creatives/" + creative + "/moments").asJsonArray().stream()
            .map(JsonValue::asJsonObject)
            .toList();
    JsonObject positive =
        moments.stream()
            .filter(moment -> moment.getString("kind").equals("POSITIVE"))
            .findFirst()
            .orElseThrow();
    int peak = positive.getInt("peakSecond");
    assertTrue(peak >= 11 && peak <= 17, "most viewers smile from 11 to 17 s: " + positive);
    Path picture = TestGround.newFolder("picture").resolve("peak.jpg");
    TestGround.administrator().download("creatives/" + creative + "/thumbnails/" + peak, picture);
    assertNotNull(javax.imageio.ImageIO.read(picture.toFile()));
  }

  @Test
  void reportIsWrittenInBothLanguages() throws IOException, InterruptedException {
    CampaignFixture demo = analysed();
    Path folder = TestGround.newFolder("report");
    Files.write(folder.resolve("en.pdf"), new byte[LARGER_THAN_A_REPORT]); // an earlier, longer one
    String english = text(demo.report("en", folder.resolve("en.pdf")));
    String russian = text(demo.report("ru", folder.resolve("ru.pdf")));
    assertTrue(Files.size(folder.resolve("en.pdf")) < LARGER_THAN_A_REPORT);
    assertTrue(english.contains("EmoNPS"), english);
    assertTrue(russian.contains("ИЭО"), russian);
    assertTrue(russian.contains("EmoNPS"), russian);
    for (DemoViewer viewer : DemoCampaign.viewers()) {
      assertTrue(russian.contains(viewer.code()), viewer.code());
    }
  }

  private static String text(Path pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      return new PDFTextStripper().getText(document);
    }
  }
}
