package org.otklik.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
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
