package org.otklik.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.database.DatabaseRole;

/** What is told to whoever watches the server from outside. */
class MonitoringIT {
  private static final String SAMPLE =
      "[a-z_]+(\\{[a-z]+=\"[^\"]*\"(,[a-z]+=\"[^\"]*\")*})? -?[0-9.e+]+";

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
    Map<String, Double> samples = new TreeMap<>();
    for (String line : answer.body().lines().toList()) {
      if (!line.startsWith("#")) {
        assertTrue(line.matches(SAMPLE), line);
        int space = line.lastIndexOf(' ');
        samples.put(line.substring(0, space), Double.valueOf(line.substring(space + 1)));
      }
    }
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
            "otklik_database_connections{pool=\"AppDS\",state=\"available\"}",
            "otklik_database_connections{pool=\"BatchDS\",state=\"in-use\"}")) {
      assertTrue(samples.containsKey(there), () -> there + " is not among " + samples.keySet());
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
