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
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.database.DatabaseRole;
import org.otklik.launcher.BuildLayout;
import org.otklik.launcher.DemoUser;

/** What is told to whoever watches the server from outside. */
class MonitoringIT {
  /** That lines of the log may bear. */
  private static final Set<String> IDS = Set.of("request", "job", "execution", "recording");

  /** A name in a query that is followed by labels, a range, an operator or nothing. */
  private static final Pattern METRIC =
      Pattern.compile("(?<![\\w\"$])(?:otklik|jvm|process)_[a-z_]+(?![\\w\"])");

  private final HttpClient http = HttpClient.newHttpClient();

  private HttpResponse<String> metrics(String authorization)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(TestGround.portal().resolve("metrics")).GET();
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void metricsAreForWhoeverSendsTheToken() throws IOException, InterruptedException {
    for (String wrong : new String[] {null, "Bearer wrong", TestGround.METRICS_TOKEN}) {
      HttpResponse<String> refused = metrics(wrong);
      assertEquals(401, refused.statusCode(), wrong);
      assertEquals("", refused.body());
    }
    assertEquals(200, metrics("Bearer " + TestGround.METRICS_TOKEN).statusCode());
  }

  @Test
  void metricsTellJobsDiskDatabaseAndMachine()
      throws IOException, InterruptedException, SQLException {
    try (Connection connection = TestGround.database().connect(DatabaseRole.OWNER);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into core.job_request (job_name, subject_id, lane, state, finished_at)"
              + " values ('summarise-creative', 999999998, 'SHORT', 'COMPLETED', now())");
    }
    HttpResponse<String> answer = metrics("Bearer " + TestGround.METRICS_TOKEN);
    assertTrue(
        answer
            .headers()
            .firstValue("Content-Type")
            .orElse("")
            .replace(" ", "")
            .toLowerCase()
            .startsWith("text/plain;version=0.0.4"));
    Map<String, Double> samples = PrometheusSamples.read(answer.body()).values();
    assertEquals(1, samples.get("otklik_database_up"));
    assertEquals(0, samples.get("otklik_database_read_only"));
    assertTrue(samples.get("otklik_disk_free_bytes") > 0);
    assertTrue(samples.get("otklik_database_bytes") > 0);
    assertTrue(samples.get("otklik_jobs{job=\"summarise-creative\",state=\"completed\"}") >= 1);
    for (String there :
        List.of(
            "otklik_job_oldest_seconds{job=\"summarise-creative\",state=\"completed\"}",
            "otklik_mails_waiting",
            "otklik_uploads",
            "jvm_memory_used_bytes{area=\"heap\"}",
            "process_open_fds",
            "process_resident_memory_bytes",
            "otklik_children",
            "otklik_children_resident_memory_bytes",
            "otklik_frames_analysed_total",
            "otklik_decoder_failures_total",
            "otklik_faults_total",
            "otklik_mails_sent",
            "otklik_jobs_overdue",
            "otklik_node_up{node=\"otklik\"}",
            "otklik_trouble{kind=\"disk_full\"}",
            "otklik_database_connections{pool=\"AppDS\",state=\"available\"}",
            "otklik_database_connections{pool=\"BatchDS\",state=\"in-use\"}")) {
      assertTrue(samples.containsKey(there), () -> there + " is not among " + samples.keySet());
    }
  }

  /** Of models a new server has run none yet: an analysis comes first. */
  @Test
  void dashboardAndAlarmsAskForWhatThereIs() throws IOException, InterruptedException {
    CampaignFixture campaign =
        CampaignFixture.create(
            TestGround.administrator(), "Watched in figures", DemoVideoFixture.ad());
    campaign.record("watched", DemoVideoFixture.ad());
    campaign.settled();
    Set<String> there =
        PrometheusSamples.read(metrics("Bearer " + TestGround.METRICS_TOKEN).body()).families();
    Path folder = BuildLayout.current().folder().resolve("../../distribution/src/main/monitoring");
    Set<String> asked = new TreeSet<>();
    for (JsonValue panel : dashboard(folder).getJsonArray("panels")) {
      for (JsonValue target : array(panel.asJsonObject(), "targets")) {
        Set<String> names = names(target.asJsonObject().getString("expr"));
        assertFalse(names.isEmpty(), target::toString);
        asked.addAll(names);
      }
    }
    Set<String> unseen = new TreeSet<>(there);
    unseen.removeAll(asked);
    assertEquals(Set.of(), unseen, "is in no panel");
    Files.readAllLines(folder.resolve("prometheus-alerts.yml")).stream()
        .filter(line -> line.strip().startsWith("expr:"))
        .forEach(line -> asked.addAll(names(line)));
    asked.removeAll(there);
    assertEquals(Set.of(), asked, "is asked for, and not there");
  }

  private static JsonObject dashboard(Path folder) throws IOException {
    try (JsonReader json =
        Json.createReader(Files.newBufferedReader(folder.resolve("grafana-dashboard.json")))) {
      return json.readObject();
    }
  }

  private static List<JsonValue> array(JsonObject object, String name) {
    return object.containsKey(name) ? object.getJsonArray(name) : List.of();
  }

  private static Set<String> names(String query) {
    return METRIC
        .matcher(query)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** One home: what a page says in words is a metric, and what refuses users is told by health. */
  @Test
  void pageSaysInWordsWhatTheMetricsSay() throws IOException, InterruptedException, SQLException {
    try (Connection connection = TestGround.database().connect(DatabaseRole.OWNER);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into core.job_request (job_name, subject_id, lane, state, finished_at)"
              + " values ('summarise-creative', 999999997, 'SHORT', 'FAILED', now())");
      statement.execute(
          "insert into core.node_run (run_id, node_name, ended_at, released_at)"
              + " values (gen_random_uuid(), 'lost-<node>', now(), now())");
      try {
        Map<String, Double> samples =
            PrometheusSamples.read(metrics("Bearer " + TestGround.METRICS_TOKEN).body()).values();
        assertEquals(1, samples.get("otklik_trouble{kind=\"jobs_failed\"}"));
        assertEquals(1, samples.get("otklik_trouble{kind=\"node_lost\"}"));
        assertEquals(0, samples.get("otklik_node_up{node=\"lost-<node>\"}"));
        PortalBrowser browser = new PortalBrowser(TestGround.portal(), "en");
        DemoUser administrator = TestGround.server().user();
        browser.signIn(administrator.login(), administrator.password());
        String english = browser.open("admin-status.xhtml?lang=en").body();
        assertTrue(english.contains("The server lost-&lt;node&gt; is lost"), english);
        assertTrue(english.contains("Jobs that failed within a day:"), english);
        String russian = browser.open("admin-status.xhtml?lang=ru").body();
        assertTrue(russian.contains("Сервер lost-&lt;node&gt; недоступен"), russian);
      } finally {
        statement.execute("delete from core.node_run where node_name = 'lost-<node>'");
      }
    }
  }

  /** A sign-in that the provider refuses is written by its request. */
  @Test
  void linesOfTheLogAreObjectsWithIdsAndWithoutPersons() throws IOException, InterruptedException {
    CampaignFixture campaign =
        CampaignFixture.create(TestGround.administrator(), "In the log", DemoVideoFixture.ad());
    String viewer = "viewer-of-the-log";
    String recording = campaign.record(viewer, DemoVideoFixture.ad());
    campaign.settled();
    String request = refusedSignIn();

    Set<String> jobsOfTheRecording = new TreeSet<>();
    List<String> ofTheRequest = new ArrayList<>();
    for (String line : Files.readAllLines(TestGround.server().settings().log())) {
      JsonObject object = object(line);
      for (String needed : List.of("timestamp", "level", "loggerName", "message", "threadName")) {
        assertTrue(object.containsKey(needed), line);
      }
      JsonObject ids = object.getJsonObject("mdc");
      assertTrue(IDS.containsAll(ids.keySet()), line);
      if (recording.equals(ids.getString("recording", ""))) {
        assertTrue(ids.containsKey("execution"), line);
        jobsOfTheRecording.add(ids.getString("job"));
      }
      if (request.equals(ids.getString("request", ""))) {
        ofTheRequest.add(object.getString("message"));
      }
      assertFalse(ids.containsKey("request") && ids.containsKey("job"), line);
      assertFalse(line.contains(viewer), line);
    }
    assertEquals(Set.of("analyse-recording"), jobsOfTheRecording);
    assertEquals(1, ofTheRequest.size(), ofTheRequest::toString);
  }

  /** The provider says no, which is written to the log; returns the request's id. */
  private static String refusedSignIn() throws IOException, InterruptedException {
    HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    String provider =
        browser
            .send(
                HttpRequest.newBuilder(TestGround.portal().resolve("sso/begin")).build(),
                HttpResponse.BodyHandlers.ofString())
            .headers()
            .firstValue("Location")
            .orElseThrow();
    String state = provider.replaceFirst(".*[?&]state=([^&]*).*", "$1");
    return browser
        .send(
            HttpRequest.newBuilder(
                    TestGround.portal().resolve("sso/callback?error=access_denied&state=" + state))
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .headers()
        .firstValue("X-Request-Id")
        .orElseThrow();
  }

  private static JsonObject object(String line) {
    try (JsonReader json = Json.createReader(new StringReader(line))) {
      return json.readObject();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"started", "ready", "live"})
  void probesAnswerInTheFormOfMicroProfileHealth(String probe)
      throws IOException, InterruptedException {
    JsonObject answer = TestGround.administrator().object("health/" + probe);
    assertEquals("UP", answer.getString("status"));
    JsonObject check = answer.getJsonArray("checks").getJsonObject(0);
    assertEquals("UP", check.getString("status"));
    assertTrue(check.containsKey("name"));
  }
}
