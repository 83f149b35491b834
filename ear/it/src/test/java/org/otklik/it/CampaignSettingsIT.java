package org.otklik.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.otklik.database.DatabaseRole;
import org.otklik.launcher.RestClient;
import org.otklik.testdata.synthetic.DemoCampaign;

/** Settings and verdicts are changed: figures follow from stored frames, what was made stays. */
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class CampaignSettingsIT {
  /**
   * One who goes along, one who feels nothing, one who dislikes it, one away for a third, nobody;
   * too few for other tests' norms.
   */
  private static final int[] VIEWERS = {0, 8, 9, 11, 12};

  private static final String STANDARD_NEGATIVE =
      "anger_probability + disgust_probability + fear_probability + sadness_probability";

  private static final String RUNS =
      """
      select run.id, run.state, run.finished_at, run.frames_sampled, count(frame.media_time_ms),
          (select count(*) from core.job_request
           where job_name = 'analyse-recording' and subject_id = run.id)
      from core.creative
      join core.recording on recording.creative_id = creative.id
      join core.analysis_run as run on run.recording_id = recording.id
      left join core.frame_observation as frame on frame.analysis_run_id = run.id
      where creative.public_id = ?::uuid
      group by run.id
      order by run.id
      """;

  private static final String JUDGED =
      """
      select viewer.code, viewing.settings_version, viewing.computed_at
      from agg.viewing
      join core.recording on recording.id = viewing.recording_id
      join core.viewer on viewer.id = recording.viewer_id
      join core.creative on creative.id = recording.creative_id
      where creative.public_id = ?::uuid
      order by 1
      """;

  private static CampaignFixture campaign;
  private static final Map<String, String> RECORDINGS = new TreeMap<>();

  /** Those that every campaign begins with. */
  private static JsonObject standard;

  private final RestClient rest = TestGround.administrator();

  @BeforeEach
  void beginWithStandardSettings() throws IOException, InterruptedException {
    if (campaign == null) {
      CampaignFixture made =
          CampaignFixture.create(rest, "Settings in versions", DemoVideoFixture.ad());
      for (int index : VIEWERS) {
        var viewer = DemoCampaign.viewers().get(index);
        RECORDINGS.put(
            viewer.code(), made.record(viewer.code(), DemoVideoFixture.recording(viewer)));
      }
      made.settled();
      standard = rest.object(settings(made)).getJsonObject("settings");
      campaign = made;
    }
    change(standard, null);
    campaign.settled();
  }

  @Test
  void otherGroupingGivesWhatTheSecondsTellAndNoVideoIsDecoded()
      throws IOException, InterruptedException, SQLException {
    List<String> runs = sql(RUNS);
    JsonObject before = creative();
    assertIndex(STANDARD_NEGATIVE, 0.5, 0.5, before);

    JsonObject polarity =
        Json.createObjectBuilder(standard.getJsonObject("polarity"))
            .add("FEAR", "NEUTRAL")
            .add("SADNESS", "NEUTRAL")
            .add("ANGER", "NEUTRAL")
            .add("DISGUST", "NEUTRAL")
            .build();
    change(with("polarity", polarity), null);
    JsonObject after = campaign.settled();
    assertIndex("0", 0.5, 0.5, after);
    assertEquals(0, after.getJsonObject("eei").getInt("negative"));
    assertNotEquals(value(before, "eei"), value(after, "eei"));
    assertEquals(runs, sql(RUNS), "no video is looked at again");
  }

  @Test
  void otherThresholdsGiveWhatTheSecondsTell()
      throws IOException, InterruptedException, SQLException {
    change(with("stateThreshold", Json.createValue(0.95)), null);
    assertIndex(STANDARD_NEGATIVE, 0.95, 0.5, campaign.settled());

    change(with("coverageLimit", Json.createValue(0.9)), null);
    JsonObject strict = campaign.settled();
    assertIndex(STANDARD_NEGATIVE, 0.5, 0.9, strict);
    JsonObject away = campaign.viewing(DemoCampaign.viewers().get(11).code());
    assertEquals("LOW_COVERAGE", away.getString("exclusionReason"));
  }

  @Test
  void figuresComeBackWithTheSettingsAndEveryVersionIsKept()
      throws IOException, InterruptedException {
    List<JsonValue> figures = figures();
    int first = history().get(0).getInt("version");
    List<JsonObject> kept = history();

    change(with("stateThreshold", Json.createValue(0.8)), "Строже: 0,8");
    campaign.settled();
    assertNotEquals(figures, figures());
    change(standard, "back");
    campaign.settled();

    assertEquals(figures, figures());
    List<JsonObject> history = history();
    assertEquals(kept, history.subList(2, history.size()), "what was stays as it was");
    assertEquals(first + 2, history.get(0).getInt("version"));
    assertEquals("back", history.get(0).getString("note"));
    assertEquals("Строже: 0,8", history.get(1).getString("note"));
    assertEquals(
        0.8,
        history.get(1).getJsonObject("settings").getJsonNumber("stateThreshold").doubleValue());
    assertEquals(history.get(0), rest.object(settings(campaign)));
  }

  @Test
  void settingsThatAreAsTheyWereMakeNoVersionAndNoWork() throws IOException, InterruptedException {
    List<JsonObject> before = history();
    String summarisedAt = creative().getString("summarisedAt");
    assertEquals(before.get(0), change(standard, "the same again"));
    assertEquals(before, history());
    assertEquals(summarisedAt, creative().getString("summarisedAt"));
  }

  @Test
  void weightOfTheSilentLeavesViewingsAsTheyAre()
      throws IOException, InterruptedException, SQLException {
    List<String> judged = sql(JUDGED);
    JsonObject before = creative();
    change(with("silentWeight", Json.createValue(1)), null);
    JsonObject after = campaign.settled();

    assertEquals(judged, sql(JUDGED));
    JsonObject nps = after.getJsonObject("emoNps");
    double n = nps.getInt("engaged") + nps.getInt("critical") + nps.getInt("silent");
    assertEquals(
        100 * (nps.getInt("engaged") - nps.getInt("critical") - nps.getInt("silent")) / n,
        value(after, "emoNps"),
        1e-6);
    assertNotEquals(value(before, "emoNps"), value(after, "emoNps"));
  }

  @Test
  void correctionOfTheCampaignHoldsForRunsWithoutTheirOwn()
      throws IOException, InterruptedException, SQLException {
    String code = DemoCampaign.viewers().get(0).code();
    String recording = RECORDINGS.get(code);
    List<String> runs = sql(RUNS);
    change(with("smoothingMs", Json.createValue(1000)), null);
    campaign.settled();
    List<JsonObject> smoothed = campaign.seconds(recording);
    assertEquals("NONE|null|OFF|1000", correction(code));
    JsonObject settings = campaign.viewing(code).getJsonObject("settings");
    assertEquals(1000, settings.getInt("smoothingMs"));
    assertEquals(false, settings.getBoolean("ownCorrection"));
    assertEquals(runs, sql(RUNS));

    analyse(recording, "{\"smoothingMs\": 0}");
    campaign.settled();
    assertNotEquals(smoothed, campaign.seconds(recording));
    assertEquals("NONE|null|OFF|0", correction(code));
    List<JsonObject> own = campaign.seconds(recording);
    change(with("smoothingMs", Json.createValue(900)), null);
    campaign.settled();
    assertEquals(own, campaign.seconds(recording), "what was asked for with the run stays");

    analyse(recording, "{}");
    change(with("smoothingMs", Json.createValue(1000)), null);
    campaign.settled();
    assertEquals(smoothed, campaign.seconds(recording), "the campaign's hold again");
  }

  @Test
  void analystLeavesAViewingOutAndTakesItBack()
      throws IOException, InterruptedException, SQLException {
    List<JsonValue> figures = figures();
    List<String> runs = sql(RUNS);
    String code = DemoCampaign.viewers().get(0).code();
    String verdict = "recordings/" + RECORDINGS.get(code) + "/decision";
    JsonObject excluded = put(verdict, "{\"decision\": \"EXCLUDED\", \"note\": \"Закрыто лицо\"}");
    assertEquals("EXCLUDED", excluded.getString("decision"));
    JsonObject without = campaign.settled();

    JsonObject viewing = campaign.viewing(code);
    assertEquals("EXCLUDED", viewing.getString("response"));
    assertEquals("EXCLUDED_BY_ANALYST", viewing.getString("exclusionReason"));
    assertTrue(viewing.getJsonNumber("positiveSeconds").doubleValue() > 0, "it is still told");
    int counted = 0;
    int net = 0;
    for (JsonObject other : campaign.viewings()) {
      String outcome = other.getString("response");
      counted += outcome.equals("EXCLUDED") ? 0 : 1;
      net += outcome.equals("POSITIVE") ? 1 : outcome.equals("NEGATIVE") ? -1 : 0;
    }
    assertEquals(100.0 * net / counted, value(without, "eei"), 1e-6);
    assertEquals(VIEWERS.length - 2, counted, "without nobody, and without this one");

    put(verdict, "{\"decision\": \"AUTOMATIC\"}");
    campaign.settled();
    assertEquals(figures, figures());
    assertEquals(runs, sql(RUNS));
    put(verdict, "{\"decision\": \"AUTOMATIC\"}");
    List<JsonObject> verdicts = list(verdict + "s");
    assertEquals(
        List.of("AUTOMATIC", "EXCLUDED"),
        verdicts.stream().map(one -> one.getString("decision")).toList());
    assertEquals("Закрыто лицо", verdicts.get(1).getString("note"));
  }

  @Test
  void verdictStaysWhenTheRecordingIsAnalysedAgain() throws IOException, InterruptedException {
    String code = DemoCampaign.viewers().get(9).code();
    String verdict = "recordings/" + RECORDINGS.get(code) + "/decision";
    put(verdict, "{\"decision\": \"EXCLUDED\", \"note\": \"talks all the time\"}");
    analyse(RECORDINGS.get(code), "");
    campaign.settled();
    assertEquals("EXCLUDED_BY_ANALYST", campaign.viewing(code).getString("exclusionReason"));
    put(verdict, "{\"decision\": \"AUTOMATIC\"}");
    campaign.settled();
    assertEquals("NEGATIVE", campaign.viewing(code).getString("response"));
  }

  @Test
  void nobodyStaysNobodyWhateverAnAnalystSays() throws IOException, InterruptedException {
    String code = DemoCampaign.viewers().get(12).code();
    String verdict = "recordings/" + RECORDINGS.get(code) + "/decision";
    put(verdict, "{\"decision\": \"EXCLUDED\", \"note\": \"empty room\"}");
    campaign.settled();
    assertEquals("NO_VIEWER", campaign.viewing(code).getString("exclusionReason"));
    put(verdict, "{\"decision\": \"AUTOMATIC\", \"note\": \"it is told anyway\"}");
    campaign.settled();
    assertEquals("NO_VIEWER", campaign.viewing(code).getString("exclusionReason"));
  }

  @Test
  void reportThatIsMadeStaysAsItWas() throws IOException, InterruptedException {
    Path folder = TestGround.newFolder("settings");
    Path made = campaign.report("en", folder.resolve("before.pdf"));
    byte[] before = Files.readAllBytes(made);
    change(with("stateThreshold", Json.createValue(0.9)), null);
    campaign.settled();
    List<JsonObject> reports = list("creatives/" + campaign.creativeId() + "/reports");
    Path again = folder.resolve("again.pdf");
    rest.download("reports/" + reports.get(0).getString("id") + "/file", again);
    assertArrayEquals(before, Files.readAllBytes(again));
    campaign.report("en", folder.resolve("after.pdf"));
  }

  /** Else figures of two versions of the settings would stand in one report. */
  @Test
  void reportWaitsForTheFiguresOfTheNewSettings()
      throws IOException, InterruptedException, SQLException {
    change(with("stateThreshold", Json.createValue(0.9)), null);
    campaign.settled();
    inDatabase(
        """
        update agg.creative_score set settings_version = 1 where creative_id = %1$s;
        insert into core.job_request (job_name, subject_id, lane, state, node_name)
        values ('summarise-creative', %1$s, 'SHORT', 'STARTED', 'elsewhere');
        """);
    String reports = "creatives/" + campaign.creativeId() + "/reports";
    String report = rest.post(reports, object("{\"format\": \"CSV\"}")).getString("id");
    anotherReportIsMade();
    assertEquals(
        report,
        rest.post(reports, object("{\"format\": \"CSV\"}")).getString("id"),
        "what is asked for twice is made once");
    assertNotEquals(report, rest.post(reports, object("{\"format\": \"XLSX\"}")).getString("id"));
    assertEquals("QUEUED", rest.object("reports/" + report).getString("state"));

    inDatabase("delete from core.job_request where node_name = 'elsewhere'");
    change(standard, null);
    campaign.settled();
    JsonObject settings = campaign.made(report).getJsonObject("settings");
    assertEquals(standard.get("stateThreshold"), settings.get("stateThreshold"), "" + settings);
  }

  /** A running report has read its figures already, or is about to; nobody knows which. */
  @Test
  void runningReportServesNobodyWhoAsksAfterNewerFigures()
      throws IOException, InterruptedException, SQLException {
    campaign.settled();
    String reports = "creatives/" + campaign.creativeId() + "/reports";
    JsonObject csv = object("{\"format\": \"CSV\"}");
    campaign.made(reports, csv);
    inDatabase(
        """
        insert into core.report (
            public_id, kind, campaign_id, creative_id, format, locale, time_zone, state,
            requested_by)
        select gen_random_uuid(), kind, campaign_id, creative_id, format, locale, time_zone,
          'RUNNING', requested_by
        from core.report where creative_id = %1$s order by id desc limit 1
        """);
    try {
      String running = rest.post(reports, csv).getString("id");
      assertEquals("RUNNING", rest.object("reports/" + running).getString("state"));
      inDatabase(
          "update core.report set requested_at = now() - interval '1 day'"
              + " where state = 'RUNNING' and creative_id = %1$s");
      String anew = rest.post(reports, csv).getString("id");
      assertNotEquals(running, anew, "figures were computed since");
      campaign.made(anew);
    } finally {
      inDatabase("delete from core.report where state = 'RUNNING' and creative_id = %1$s");
    }
  }

  /** One that was asked for later and overtakes those that wait. */
  private void anotherReportIsMade() throws IOException, InterruptedException, SQLException {
    CampaignFixture other = CampaignFixture.create(rest, "Meanwhile", DemoVideoFixture.ad());
    ViewersFixture.shared().add(other.creativeId(), 6);
    ViewersFixture.shared().summarise(other.creativeId());
    other.settled();
    other.made("creatives/" + other.creativeId() + "/reports", object("{\"format\": \"CSV\"}"));
  }

  private static void inDatabase(String statements) throws SQLException {
    String creative =
        "(select id from core.creative where public_id = '" + campaign.creativeId() + "')";
    try (Connection owner = TestGround.database().connect(DatabaseRole.OWNER);
        Statement sql = owner.createStatement()) {
      sql.execute(statements.formatted(creative));
    }
  }

  @Test
  void ofTwoChangesAtOnceOneIsToldThatTheSettingsHaveChanged()
      throws IOException, InterruptedException, SQLException {
    int version = history().get(0).getInt("version");
    List<CompletableFuture<HttpResponse<String>>> changes = new ArrayList<>();
    try (Connection holder = TestGround.database().connect(DatabaseRole.OWNER);
        Statement sql = holder.createStatement()) {
      holder.setAutoCommit(false);
      sql.execute("select 1 from core.campaign for no key update");
      for (double threshold : new double[] {0.6, 0.7}) {
        String body = body(version, with("stateThreshold", Json.createValue(threshold)), null);
        changes.add(CompletableFuture.supplyAsync(() -> sent("PUT", settings(campaign), body)));
      }
      awaitWaiting(2);
    }
    List<Integer> statuses = changes.stream().map(one -> one.join().statusCode()).sorted().toList();
    assertEquals(List.of(200, 409), statuses);
    assertEquals(version + 1, history().get(0).getInt("version"));
    HttpResponse<String> late = sent("PUT", settings(campaign), body(version, standard, null));
    assertEquals("SETTINGS_CHANGED", object(late.body()).getString("code"));
    String told = object(late.body()).getString("detail");
    assertTrue(told.contains("version " + (version + 1)), told);
  }

  /** Until so many statements of the application wait for a row that another holds. */
  private static void awaitWaiting(int statements) throws InterruptedException, SQLException {
    String waiting =
        """
        select count(*) >= %d from pg_stat_activity
        where usename = current_user and wait_event_type = 'Lock'
        """
            .formatted(statements);
    await("nobody waits for the campaign")
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> Sql.rows(TestGround.database(), DatabaseRole.APPLICATION, waiting).contains("t"));
  }

  @Test
  void readersSeeTheSettingsAndChangeNothing() throws IOException, InterruptedException {
    RestClient reader = user("READER", "demo");
    JsonObject now = reader.object(settings(campaign));
    String body = body(now.getInt("version"), with("coverageLimit", Json.createValue(0.1)), null);
    String recording = RECORDINGS.values().iterator().next();
    assertEquals(403, reader.send("PUT", settings(campaign), body).statusCode());
    String verdict = "{\"decision\": \"EXCLUDED\", \"note\": \"no\"}";
    String address = "recordings/" + recording + "/decision";
    assertEquals(403, reader.send("PUT", address, verdict).statusCode());
    assertEquals(now, rest.object(settings(campaign)));

    RestClient stranger = user("ANALYST", "other-" + UUID.randomUUID());
    assertEquals(404, stranger.send("PUT", settings(campaign), body).statusCode());
    assertEquals(404, stranger.send("GET", settings(campaign) + "/history", "").statusCode());
    assertEquals(404, stranger.send("PUT", address, verdict).statusCode());
    assertEquals(404, stranger.send("GET", address + "s", "").statusCode());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"stateThreshold": 1.01}         | FIELD_INVALID    | 0…1
          {"coverageLimit": -1}            | FIELD_INVALID    | 0…1
          {"minResponseSeconds": 0}         | FIELD_INVALID    | 0.1…60
          {"silentWeight": 0.19}           | FIELD_INVALID    | 0.2…1
          {"silentWeight": "0.5"}          | FIELD_WRONG_TYPE | number
          {"polarity": "standard"}         | FIELD_WRONG_TYPE | object
          {"polarity": {"ANGER": "NEGATIVE"}} | FIELD_MISSING | DISGUST
          {"polarity": {"JOY": "POSITIVE"}} | FIELD_UNKNOWN   | HAPPINESS
          {"baseline": "FIRST_SECONDS"}    | FIELD_MISSING    | baselineSeconds
          {"baselineSeconds": 5}           | FIELD_INVALID    | FIRST_SECONDS
          {"smoothingMs": 2001}            | FIELD_INVALID    | 0…2000
          {"smoothingMs": null}            | FIELD_MISSING    | smoothingMs
          {"threshold": 0.5}               | FIELD_UNKNOWN    | stateThreshold
          """)
  void settingsThatCannotBeAreRefused(String wrong, String code, String told)
      throws IOException, InterruptedException {
    List<JsonObject> before = history();
    JsonObjectBuilder settings = Json.createObjectBuilder(standard);
    object(wrong).forEach(settings::add);
    String body = body(before.get(0).getInt("version"), settings.build(), null);
    HttpResponse<String> answer = sent("PUT", settings(campaign), body);
    assertEquals(400, answer.statusCode(), answer.body());
    assertEquals(code, object(answer.body()).getString("code"));
    String detail = object(answer.body()).getString("detail");
    assertTrue(detail.contains(told), detail);
    assertEquals(before, history());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"note": "why"}          | FIELD_MISSING
          {"decision": "INCLUDED"}  | FIELD_INVALID
          {"decision": "EXCLUDED"}  | FIELD_MISSING
          {"decision": "EXCLUDED", "note": " "} | FIELD_MISSING
          """)
  void verdictWithoutAReasonIsRefused(String body, String code) {
    String recording = RECORDINGS.values().iterator().next();
    HttpResponse<String> answer = sent("PUT", "recordings/" + recording + "/decision", body);
    assertEquals(400, answer.statusCode(), answer.body());
    assertEquals(code, object(answer.body()).getString("code"));
  }

  /** Judges the viewings anew from bi's seconds, and compares. */
  private void assertIndex(String negative, double threshold, double limit, JsonObject creative)
      throws SQLException {
    String recomputed =
        Sql.rows(
                TestGround.database(),
                DatabaseRole.BI_READER,
                """
                with second as (
                    select viewing_key, happiness_probability + surprise_probability as positive,
                        %s as negative, duration_ms / 1000 as length
                    from bi.fact_second
                    join bi.dim_creative using (creative_key)
                    where creative_id = ?::uuid and is_in_creative
                        and neutral_probability is not null
                ),
                state as (
                    select *, positive >= ? and positive >= negative
                            and positive > 1 - positive - negative as is_positive,
                        negative >= ? and negative > positive
                            and negative > 1 - positive - negative as is_negative
                    from second
                ),
                viewing as (
                    select viewing_key, length, count(*) as v,
                        count(*) filter (where is_positive) as p,
                        count(*) filter (where is_negative) as n
                    from state group by viewing_key, length
                ),
                response as (
                    select p >= greatest(1, 0.05 * v) and p >= n as is_positive,
                        n >= greatest(1, 0.05 * v) and n > p as is_negative
                    from viewing where v >= ? * length
                )
                select count(*) filter (where is_positive), count(*) filter (where is_negative),
                    count(*)
                from response
                """
                    .formatted(negative),
                campaign.creativeId(),
                threshold,
                threshold,
                limit)
            .get(0);
    String[] column = recomputed.split("\\|");
    JsonObject eei = creative.getJsonObject("eei");
    assertEquals(Integer.parseInt(column[0]), eei.getInt("positive"), recomputed);
    assertEquals(Integer.parseInt(column[1]), eei.getInt("negative"), recomputed);
    int net = Integer.parseInt(column[0]) - Integer.parseInt(column[1]);
    assertEquals(100.0 * net / Integer.parseInt(column[2]), value(creative, "eei"), 1e-6);
  }

  /** All that is computed of the creative, without the time at which it was. */
  private List<JsonValue> figures() throws IOException, InterruptedException {
    JsonObject creative = creative();
    List<JsonValue> figures = new ArrayList<>();
    for (String name : List.of("eei", "emoNps", "keyFigures", "recordings")) {
      figures.add(creative.get(name));
    }
    String address = "creatives/" + campaign.creativeId();
    for (String part : List.of("/seconds", "/moments", "/emotions", "/viewings")) {
      figures.add(rest.get(address + part));
    }
    for (String recording : RECORDINGS.values()) {
      figures.add(rest.get("recordings/" + recording + "/seconds"));
    }
    return figures;
  }

  private JsonObject creative() throws IOException, InterruptedException {
    return rest.object("creatives/" + campaign.creativeId());
  }

  private static double value(JsonObject creative, String figure) {
    return creative.getJsonObject(figure).getJsonNumber("value").doubleValue();
  }

  private static JsonObject with(String name, JsonValue value) {
    return Json.createObjectBuilder(standard).add(name, value).build();
  }

  private JsonObject change(JsonObject settings, String note)
      throws IOException, InterruptedException {
    int version = rest.object(settings(campaign)).getInt("version");
    return put(settings(campaign), body(version, settings, note));
  }

  private static String body(int version, JsonObject settings, String note) {
    JsonObjectBuilder body =
        Json.createObjectBuilder().add("version", version).add("settings", settings);
    return (note == null ? body : body.add("note", note)).build().toString();
  }

  private static String settings(CampaignFixture of) {
    return "campaigns/" + of.campaignId() + "/settings";
  }

  private List<JsonObject> history() throws IOException, InterruptedException {
    return list(settings(campaign) + "/history");
  }

  private void analyse(String recording, String body) {
    HttpResponse<String> answer = sent("POST", "recordings/" + recording + "/analyses", body);
    assertEquals(202, answer.statusCode(), answer.body());
  }

  private static String correction(String viewer) throws SQLException {
    return Sql.rows(
            TestGround.database(),
            DatabaseRole.BI_READER,
            """
            select baseline_method, baseline_s, baseline_state, smoothing_ms
            from bi.fact_viewing
            join bi.dim_viewer using (viewer_key)
            join bi.dim_creative using (creative_key)
            where creative_id = ?::uuid and viewer_code = ?
            """,
            campaign.creativeId(),
            viewer)
        .get(0);
  }

  private static List<String> sql(String query) throws SQLException {
    return Sql.rows(TestGround.database(), DatabaseRole.OWNER, query, campaign.creativeId());
  }

  private List<JsonObject> list(String address) throws IOException, InterruptedException {
    return rest.get(address).asJsonArray().getValuesAs(JsonObject.class);
  }

  private JsonObject put(String address, String body) {
    HttpResponse<String> answer = sent("PUT", address, body);
    assertEquals(200, answer.statusCode(), answer.body());
    return object(answer.body());
  }

  private HttpResponse<String> sent(String method, String address, String body) {
    try {
      return rest.send(method, address, body);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonObject object(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }

  private static RestClient user(String role, String client)
      throws IOException, InterruptedException {
    String login = "u" + UUID.randomUUID();
    String password = "a long enough password";
    if (!client.equals("demo")) {
      TestGround.administrator()
          .post(
              "clients",
              Json.createObjectBuilder().add("code", client).add("name", client).build());
    }
    TestGround.administrator()
        .post(
            "users",
            Json.createObjectBuilder()
                .add("login", login)
                .add("name", login)
                .add("password", password)
                .add("role", role)
                .add("locale", "en")
                .add("clients", Json.createArrayBuilder().add(client))
                .build());
    return TestGround.client(login, password);
  }
}
