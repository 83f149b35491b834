package org.otklik.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.otklik.database.DatabaseRole;
import org.otklik.launcher.DemoUser;
import org.otklik.launcher.RestClient;

/**
 * Jobs that wait or run are stopped, failed ones done again; and what lies on the disks is told.
 */
class JobAdministrationIT {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final RestClient administrator = TestGround.administrator();

  @Test
  void jobsAreStoppedWhereverTheyStandAndDoneAgain() throws IOException, InterruptedException {
    CampaignFixture campaign =
        CampaignFixture.create(administrator, "To be stopped", DemoVideoFixture.ad());
    campaign.record("first", DemoVideoFixture.longRecording()); // not over before it is stopped
    for (String viewer : new String[] {"second", "third", "last"}) {
      campaign.record(viewer, DemoVideoFixture.ad());
    }
    long running = job("first", job -> job.getString("state").equals("STARTED"));
    long waiting = job("last", job -> job.getString("state").equals("QUEUED"));
    assertTrue(act(running, "stop").getBoolean("stopping"));
    act(waiting, "stop");
    for (String viewer : new String[] {"first", "last"}) {
      job(viewer, job -> "JOB_STOPPED".equals(job.getString("failure", "")));
    }
    campaign.settled();
    for (String viewer : new String[] {"first", "last"}) {
      assertEquals("FAILED", campaign.viewing(viewer).getString("state"));
      assertEquals("JOB_STOPPED", campaign.viewing(viewer).getString("failureCode"));
    }
    assertEquals("COMPLETED", campaign.viewing("second").getString("state"));
    assertEquals(409, administrator.send("POST", "jobs/" + running + "/stop", "").statusCode());

    assertEquals(204, administrator.send("POST", "jobs/" + waiting + "/restart", "").statusCode());
    campaign.settled();
    assertEquals("COMPLETED", campaign.viewing("last").getString("state"));
    JsonObject told =
        administrator.object("audit?kind=JOB_RESTARTED").getJsonArray("entries").getJsonObject(0);
    assertEquals(Long.toString(waiting), told.getJsonObject("subject").getString("id"));
  }

  /** A job whose failure cannot be recorded, here because its run is not there, stops no other. */
  @Test
  void jobWhoseFailureCannotBeRecordedStopsNoOther()
      throws IOException, InterruptedException, SQLException {
    String unrecorded = "select state from core.job_request where subject_id = 999999999";
    try (Connection connection = TestGround.database().connect(DatabaseRole.OWNER);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into core.job_request (job_name, subject_id, lane, is_stop_requested)"
              + " values ('analyse-recording', 999999999, 'LONG', true)");
    }
    CampaignFixture campaign =
        CampaignFixture.create(administrator, "Beside it", DemoVideoFixture.ad());
    campaign.record("seen", DemoVideoFixture.ad());
    campaign.settled();
    assertEquals("COMPLETED", campaign.viewing("seen").getString("state"));
    assertEquals(
        List.of("demo|t"),
        owner(
            """
            select client.code, request.due_at = request.requested_at + recording.duration_ms * interval '1 ms'
            from core.job_request as request
            join core.client on client.id = request.client_id
            join core.analysis_run as run on run.id = request.subject_id
            join core.recording on recording.id = run.recording_id
            join core.creative on creative.id = recording.creative_id
            where request.job_name = 'analyse-recording' and creative.public_id = '%s'
            """
                .formatted(campaign.creativeId())),
        "whose work it is, and how long it takes");
    await("it is given up at last")
        .atMost(PATIENCE)
        .until(() -> owner(unrecorded), List.of("FAILED")::equals);
  }

  private static List<String> owner(String query) throws SQLException {
    return Sql.rows(TestGround.database(), DatabaseRole.OWNER, query);
  }

  @Test
  void storageTellsWhatLiesOnTheDisks() throws IOException, InterruptedException {
    CampaignFixture.create(administrator, "Stored", DemoVideoFixture.ad());
    JsonObject storage = administrator.object("storage");
    JsonObject creatives =
        storage.getJsonArray("stores").stream()
            .map(JsonValue::asJsonObject)
            .filter(store -> store.getString("kind").equals("CREATIVES"))
            .findFirst()
            .orElseThrow();
    assertTrue(creatives.getJsonNumber("bytes").longValue() > 0, creatives.toString());
    assertTrue(storage.getJsonNumber("freeBytes").longValue() > 0);
    List<Long> largest =
        storage.getJsonArray("largest").stream()
            .map(campaign -> campaign.asJsonObject().getJsonNumber("bytes").longValue())
            .toList();
    assertTrue(largest.get(0) > 0, largest::toString);
    assertEquals(largest.stream().sorted(Comparator.reverseOrder()).toList(), largest);
  }

  /** Of a disk that is really full; without root the test is skipped. */
  @Test
  void fullDiskIsSaidTakesNothingMoreAndJobsGoOnOnceThereIsRoom()
      throws IOException, InterruptedException, SQLException {
    CampaignFixture campaign =
        CampaignFixture.create(administrator, "Full disk", DemoVideoFixture.ad());
    ViewersFixture viewers = ViewersFixture.in(TestGround.database());
    viewers.add(campaign.creativeId(), 6);
    viewers.summarise(campaign.creativeId());
    campaign.settled();
    String report;
    try (SmallDisk full = SmallDisk.at(TestGround.server().settings().media().resolve("staging"))) {
      for (String path :
          List.of(
              "campaigns/" + campaign.campaignId() + "/creatives?name=More",
              "creatives/" + campaign.creativeId() + "/recordings?viewer=More",
              "image-batches?client=" + DemoUser.CLIENT + "&name=More")) {
        RestClient.RefusedException refused =
            assertThrows(
                RestClient.RefusedException.class,
                () -> administrator.upload(path, "application/zip", DemoVideoFixture.ad()),
                path);
        assertEquals(507, refused.status(), path + ": " + refused.getMessage());
        assertEquals("DISK_FULL", refused.code());
      }
      JsonObject health = administrator.object("health");
      assertEquals("DEGRADED", health.getString("status"));
      assertEquals("DISK_FULL", health.getJsonArray("problems").getString(0));
      assertTrue(administrator.object("storage").getBoolean("isFull"));
      assertTrue(Files.readString(TestGround.server().settings().log()).contains("A disk is full"));
      JsonObject order = Json.createObjectBuilder().add("locale", "en").build();
      report =
          administrator
              .post("creatives/" + campaign.creativeId() + "/reports", order)
              .getString("id");
      await("the report finds no room")
          .atMost(PATIENCE)
          .until(() -> newestReport("exitstatus"), List.of("DISK")::equals);
      assertNotEquals("FAILED", administrator.object("reports/" + report).getString("state"));
    }
    campaign.made(report);
    assertEquals(List.of("1"), newestReport("attempts"));
    await("nobody finds a disk full any more")
        .atMost(PATIENCE)
        .until(() -> administrator.object("health").getString("status"), "UP"::equals);
  }

  private static List<String> newestReport(String column) throws SQLException {
    return Sql.rows(
        TestGround.database(),
        DatabaseRole.APPLICATION,
        "select "
            + column
            + " from core.job_request as request"
            + " join batch.job_execution on jobexecutionid = request.job_execution_id"
            + " where job_name = 'create-report' order by request.id desc limit 1");
  }

  /** The key of the viewer's job once it has come so far. */
  private long job(String viewer, Predicate<JsonObject> wished) {
    return await(viewer + " has not come so far")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> jobs(viewer).filter(wished).findFirst(), Optional::isPresent)
        .orElseThrow()
        .getJsonNumber("id")
        .longValue();
  }

  private Stream<JsonObject> jobs(String viewer) throws IOException, InterruptedException {
    return administrator.get("jobs").asJsonArray().stream()
        .map(JsonValue::asJsonObject)
        .filter(job -> job.getString("about", "").endsWith("/ " + viewer));
  }

  private JsonObject act(long job, String what) throws IOException, InterruptedException {
    return administrator.post("jobs/" + job + "/" + what, JsonValue.EMPTY_JSON_OBJECT);
  }
}
