package org.otklik.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.otklik.database.DatabaseRole;
import org.otklik.launcher.RestClient;
import org.otklik.testdata.synthetic.DemoCampaign;

/** A run is made with the settings stored with it, and its frames are kept as they were seen. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RunSettingsIT {
  private static final String CURRENT_RUN =
      """
      from core.analysis_run as run
      join core.recording on recording.id = run.recording_id
      where recording.public_id = ?::uuid and run.is_current
      """;

  private static final String FRAMES =
      """
      select media_time_ms, face_track, result, quality_reason, detection_score, box_x_px,
          box_y_px, landmarks_px, anger_probability, disgust_probability, fear_probability,
          happiness_probability, sadness_probability, surprise_probability, neutral_probability,
          dominant_emotion, valence, arousal
      from core.frame_observation
      where analysis_run_id = (select run.id %s)
      order by media_time_ms, face_track
      """
          .formatted(CURRENT_RUN);

  private static CampaignFixture campaign;
  private static String recording;

  private final RestClient rest = TestGround.administrator();

  @BeforeEach
  void analyseOnce() throws IOException, InterruptedException {
    if (campaign == null) {
      campaign = CampaignFixture.create(rest, "Settings", DemoVideoFixture.ad());
      recording = campaign.record("V", DemoVideoFixture.recording(DemoCampaign.viewers().get(0)));
      campaign.settled();
    }
  }

  @Test
  void runUsesItsOwnGatesWhateverTheStandardIs()
      throws SQLException, IOException, InterruptedException {
    owner(
        """
        create function core.other_gates() returns trigger language plpgsql as $$
        begin
            new.vision_settings := jsonb_set(new.vision_settings, '{leastFacePx}', '5000');
            return new;
        end $$;
        create trigger other_gates before insert on core.analysis_run
        for each row execute function core.other_gates();
        """);
    try {
      analyseAgain("");
    } finally {
      owner("drop trigger other_gates on core.analysis_run; drop function core.other_gates()");
    }
    campaign.settled();

    assertEquals(
        List.of("LOW_QUALITY|TOO_SMALL"),
        Sql.rows(
            TestGround.database(),
            DatabaseRole.OWNER,
            "select distinct result, quality_reason from core.frame_observation"
                + " where face_track = 1 and analysis_run_id = (select run.id "
                + CURRENT_RUN
                + ")",
            recording));
    JsonObject view = rest.object("recordings/" + recording);
    assertEquals(5000, settings(view).getJsonObject("vision").getInt("leastFacePx"));

    analyseAgain("");
    campaign.settled();
    view = rest.object("recordings/" + recording);
    assertEquals(24, settings(view).getJsonObject("vision").getInt("leastFacePx"));
    assertTrue(frames().stream().anyMatch(row -> row.contains("|OBSERVED|")));
  }

  @Test
  void smoothingChangesTheSecondsAndLeavesTheFramesAsTheyWereSeen()
      throws SQLException, IOException, InterruptedException {
    analyseAgain("{}");
    campaign.settled();
    List<String> framesBefore = frames();
    List<JsonObject> secondsBefore = campaign.seconds(recording);
    assertEquals("OFF", rest.object("recordings/" + recording).getString("baseline"));

    analyseAgain("{\"smoothingMs\": 1000}");
    campaign.settled();
    List<JsonObject> smoothed = campaign.seconds(recording);
    assertEquals(framesBefore, frames());
    assertEquals(
        secondsBefore.stream().map(second -> second.get("observedShare")).toList(),
        smoothed.stream().map(second -> second.get("observedShare")).toList());
    double sharp = roughness(secondsBefore);
    assertTrue(roughness(smoothed) < 0.7 * sharp, roughness(smoothed) + " of " + sharp);
    assertEquals(mean(secondsBefore), mean(smoothed), 0.02, "smoothing adds and takes nothing");
    JsonObject settings = settings(rest.object("recordings/" + recording));
    assertEquals(1000, settings.getInt("smoothingMs"));
    assertEquals("NONE", settings.getString("baseline"));

    analyseAgain("");
    campaign.settled();
    assertEquals(smoothed, campaign.seconds(recording), "corrected as before");
  }

  @Test
  void levelAtRestIsTakenOutOfTheSecondsAndNotOfTheFrames()
      throws SQLException, IOException, InterruptedException {
    analyseAgain("{}");
    campaign.settled();
    List<String> framesBefore = frames();
    List<JsonObject> secondsBefore = campaign.seconds(recording);

    analyseAgain("{\"baseline\": \"FIRST_SECONDS\", \"baselineSeconds\": 3}");
    campaign.settled();
    List<JsonObject> corrected = campaign.seconds(recording);
    assertEquals(framesBefore, frames());
    assertEquals("REMOVED", rest.object("recordings/" + recording).getString("baseline"));
    for (int i = 0; i < corrected.size(); i++) {
      for (String emotion : List.of("ANGER", "DISGUST", "FEAR", "HAPPINESS", "SADNESS")) {
        double now = emotion(corrected.get(i), emotion);
        assertTrue(now <= emotion(secondsBefore.get(i), emotion) + 1e-4, emotion + " at " + i);
      }
    }
    assertTrue(emotion(corrected.get(1), "NEUTRAL") > emotion(secondsBefore.get(1), "NEUTRAL"));
    assertEquals(
        List.of("FIRST_SECONDS|3|REMOVED|0"),
        Sql.rows(
            TestGround.database(),
            DatabaseRole.OWNER,
            """
            select baseline_method, baseline_s, baseline_state, smoothing_ms
            from bi.fact_viewing where recording_id = ?::uuid
            """,
            recording));
    campaign.report("ru", TestGround.newFolder("settings").resolve("report.pdf"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"smoothing": 100}                               | FIELD_UNKNOWN    | smoothingMs
          {"smoothingMs": "100"}                           | FIELD_WRONG_TYPE | integer
          {"smoothingMs": 2001}                            | FIELD_INVALID    | 0…2000
          {"baseline": "MEAN"}                             | FIELD_INVALID    | WHOLE_MEDIAN
          {"baseline": "FIRST_SECONDS"}                    | FIELD_MISSING    | baselineSeconds
          {"baseline": "FIRST_SECONDS", "baselineSeconds": 1} | FIELD_INVALID | 2…60
          {"baselineSeconds": 5}                           | FIELD_INVALID    | FIRST_SECONDS
          {"smoothingMs": 1                                | JSON_MALFORMED   | JSON
          """)
  void settingsThatCannotBeAreRefusedAndNothingIsAnalysed(String body, String code, String told)
      throws IOException, InterruptedException, SQLException {
    HttpResponse<String> answer = rest.send("POST", "recordings/" + recording + "/analyses", body);
    assertEquals(400, answer.statusCode(), answer.body());
    JsonObject problem = object(answer.body());
    assertEquals(code, problem.getString("code"));
    assertTrue(problem.getString("detail").contains(told), problem.getString("detail"));
    assertEquals("COMPLETED", rest.object("recordings/" + recording).getString("state"));
  }

  private void analyseAgain(String body) throws IOException, InterruptedException {
    HttpResponse<String> answer = rest.send("POST", "recordings/" + recording + "/analyses", body);
    assertEquals(202, answer.statusCode(), answer.body());
    assertFalse(settings(object(answer.body())).isEmpty(), "what it will be made with is told");
  }

  private static List<String> frames() throws SQLException {
    return Sql.rows(TestGround.database(), DatabaseRole.OWNER, FRAMES, recording);
  }

  private static JsonObject settings(JsonObject recording) {
    return recording.getJsonObject("settings");
  }

  private static double emotion(JsonObject second, String emotion) {
    return second.getJsonObject("emotions").getJsonNumber(emotion).doubleValue();
  }

  private static double mean(List<JsonObject> seconds) {
    return seconds.stream()
        .filter(RunSettingsIT::isObserved)
        .mapToDouble(second -> emotion(second, "HAPPINESS"))
        .average()
        .orElseThrow();
  }

  /** Sum of the squared steps of happiness from second to second. */
  private static double roughness(List<JsonObject> seconds) {
    double sum = 0;
    for (int i = 1; i < seconds.size(); i++) {
      if (isObserved(seconds.get(i - 1)) && isObserved(seconds.get(i))) {
        double step =
            emotion(seconds.get(i), "HAPPINESS") - emotion(seconds.get(i - 1), "HAPPINESS");
        sum += step * step;
      }
    }
    return sum;
  }

  private static boolean isObserved(JsonObject second) {
    return second.get("state") != JsonValue.NULL;
  }

  private static JsonObject object(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }

  private static void owner(String statements) throws SQLException {
    try (Connection connection = TestGround.database().connect(DatabaseRole.OWNER);
        Statement sql = connection.createStatement()) {
      sql.execute(statements);
    }
  }
}
