package org.otklik.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.otklik.database.DatabaseMigration;
import org.otklik.database.DatabaseRole;
import org.otklik.database.LocalDatabase;
import org.otklik.launcher.DemoUser;
import org.otklik.launcher.OtklikServer;
import org.otklik.launcher.RestClient;
import org.otklik.launcher.ServerSettings;
import org.otklik.testdata.synthetic.DemoCampaign;

/**
 * Server and database are killed in the middle of a job and started again on the same data. The
 * database too, because storing frames does not wait for its disk.
 */
class KillAndRestartIT {
  private static final String FRAMES =
      """
      select frame.media_time_ms, face_track, result, quality_reason, detection_score,
          box_x_px, box_y_px, box_width_px, box_height_px, landmarks_px, brightness, sharpness,
          yaw_degrees, pitch_degrees, is_attentive,
          anger_probability, disgust_probability, fear_probability, happiness_probability,
          sadness_probability, surprise_probability, neutral_probability,
          dominant_emotion, margin, valence, arousal
      from core.frame_observation as frame
      join core.analysis_run as run on run.id = frame.analysis_run_id
      join core.recording on recording.id = run.recording_id
      join core.viewer on viewer.id = recording.viewer_id
      where viewer.code = ?
      order by media_time_ms, face_track
      """;
  private static final String SECONDS =
      """
      select second.second_no, observed_share, happiness_probability, neutral_probability, second.state
      from agg.viewer_second as second
      join core.analysis_run as run on run.id = second.analysis_run_id
      join core.recording on recording.id = run.recording_id
      join core.viewer on viewer.id = recording.viewer_id
      where viewer.code = ?
      order by second_no
      """;

  private static final String REQUEST =
      """
      select request.job_execution_id, request.state
      from core.job_request as request
      join core.analysis_run as run
          on run.id = request.subject_id and request.job_name = 'analyse-recording'
      join core.recording on recording.id = run.recording_id
      join core.viewer on viewer.id = recording.viewer_id
      where viewer.code = ?
      """;

  private final DemoUser user = DemoUser.random();

  @Test
  void killedJobGoesOnAtItsCheckpointAndLeavesTheRowsOfAnUndisturbedRun()
      throws IOException, InterruptedException, SQLException {
    Path folder = TestGround.newFolder("kill");
    Path ad = DemoFilms.ad();
    Path film = DemoFilms.longRecording();
    ServerSettings settings =
        user.on(ServerSettings.of(TestGround.layout(), folder.resolve("server")))
            .with("otklik.sample-hz", "30");
    CampaignFixture campaign;
    try (LocalDatabase database = database(folder)) {
      DatabaseMigration.migrate(database);
      campaign = runUntilKilled(settings, database, ad, film);
    }
    try (LocalDatabase database = database(folder)) {
      setBackToStarting(database, "starting");
      setBackToSummarising(database, "summarised");
      int rowsAtTheKill = Sql.rows(database, DatabaseRole.OWNER, FRAMES, "killed").size();
      goOn(settings, database, campaign, film);

      List<String> killed = Sql.rows(database, DatabaseRole.OWNER, FRAMES, "killed");
      List<String> undisturbed = Sql.rows(database, DatabaseRole.OWNER, FRAMES, "undisturbed");
      assertTrue(rowsAtTheKill > 0 && rowsAtTheKill < undisturbed.size(), "" + rowsAtTheKill);
      assertEquals(undisturbed, killed);
      assertEquals(
          Sql.rows(database, DatabaseRole.OWNER, SECONDS, "undisturbed"),
          Sql.rows(database, DatabaseRole.OWNER, SECONDS, "killed"));
      assertResumedAtCheckpoint(database);
      for (String viewer : List.of("killed", "starting", "summarised")) {
        String request = Sql.rows(database, DatabaseRole.OWNER, REQUEST, viewer).get(0);
        assertTrue(request.endsWith("|COMPLETED"), viewer + ": " + request);
      }
    }
  }

  private static LocalDatabase database(Path folder) throws IOException, InterruptedException {
    return LocalDatabase.start(
        TestGround.layout().database(folder.resolve("postgres"), true),
        TestGround.guard(),
        TestGround.console());
  }

  /** Kills both as soon as some, but not all, of the frames are stored. */
  private CampaignFixture runUntilKilled(
      ServerSettings settings, LocalDatabase database, Path ad, Path film)
      throws IOException, InterruptedException, SQLException {
    OtklikServer server =
        OtklikServer.start(settings, database, TestGround.guard(), TestGround.console());
    try {
      CampaignFixture campaign = CampaignFixture.create(client(server), "Killed", ad);
      campaign.record("summarised", DemoFilms.recording(DemoCampaign.viewers().get(12)));
      campaign.settled();
      campaign.record("killed", film);
      campaign.record("starting", DemoFilms.recording(DemoCampaign.viewers().get(1)));
      Instant deadline = Instant.now().plus(Duration.ofMinutes(2));
      while (Sql.rows(database, DatabaseRole.OWNER, FRAMES, "killed").size() < 100) {
        assertTrue(Instant.now().isBefore(deadline), "no frame was stored in time");
        Thread.sleep(20);
      }
      return campaign;
    } finally {
      database.process().destroyForcibly();
      server.kill();
      database.process().onExit().join();
    }
  }

  /** As if the kill had come when the job waited for a thread: nothing of it has begun. */
  private static void setBackToStarting(LocalDatabase database, String viewer) throws SQLException {
    String execution = execution(database, viewer);
    try (Connection connection = database.connect(DatabaseRole.APPLICATION);
        Statement sql = connection.createStatement()) {
      sql.execute("delete from batch.step_execution where jobexecutionid = " + execution);
      sql.execute(
          "update batch.job_execution set batchstatus = 'STARTING', starttime = null"
              + " where jobexecutionid = "
              + execution);
    }
  }

  /** As if the kill had come when the run was completed and the repository did not know it yet. */
  private static void setBackToSummarising(LocalDatabase database, String viewer)
      throws SQLException {
    String execution = execution(database, viewer);
    try (Connection connection = database.connect(DatabaseRole.APPLICATION);
        Statement sql = connection.createStatement()) {
      sql.execute(
          "update core.job_request set state = 'STARTED' where job_execution_id = " + execution);
      sql.execute(
          "update batch.step_execution set batchstatus = 'STARTED', exitstatus = null, endtime = null"
              + " where stepname = 'summarise' and jobexecutionid = "
              + execution);
      sql.execute(
          "update batch.job_execution set batchstatus = 'STARTED', exitstatus = null, endtime = null"
              + " where jobexecutionid = "
              + execution);
    }
  }

  /** The newest execution of the viewer's analysis. */
  private static String execution(LocalDatabase database, String viewer) throws SQLException {
    return Sql.rows(database, DatabaseRole.OWNER, REQUEST, viewer).get(0).split("\\|")[0];
  }

  private void goOn(
      ServerSettings settings, LocalDatabase database, CampaignFixture campaign, Path film)
      throws IOException, InterruptedException {
    try (OtklikServer server =
        OtklikServer.start(settings, database, TestGround.guard(), TestGround.console())) {
      CampaignFixture again = campaign.through(client(server));
      again.settled();
      assertEquals("COMPLETED", again.viewing("killed").getString("state"));
      assertEquals("COMPLETED", again.viewing("starting").getString("state"));
      again.record("undisturbed", film);
      again.settled();
    }
  }

  /** The second execution of the step read only what the first had not committed. */
  private static void assertResumedAtCheckpoint(LocalDatabase database) throws SQLException {
    List<String> reads = new ArrayList<>(windowsRead(database, "killed"));
    reads.addAll(windowsRead(database, "undisturbed"));
    assertEquals(3, reads.size(), "killed, gone on with, undisturbed: " + reads);
    int resumed = Integer.parseInt(reads.get(1));
    int whole = Integer.parseInt(reads.get(2));
    assertFalse(resumed == 0 || resumed >= whole, "windows read: " + reads);
  }

  /** Items read by each execution of the viewer's job, in their order. */
  private static List<String> windowsRead(LocalDatabase database, String viewer)
      throws SQLException {
    return Sql.rows(
        database,
        DatabaseRole.APPLICATION,
        """
        select step.readcount
        from core.viewer
        join core.recording on recording.viewer_id = viewer.id
        join core.analysis_run as run on run.recording_id = recording.id
        join core.job_request as request
            on request.subject_id = run.id and request.job_name = 'analyse-recording'
        join batch.job_execution as newest on newest.jobexecutionid = request.job_execution_id
        join batch.job_execution as execution on execution.jobinstanceid = newest.jobinstanceid
        join batch.step_execution as step on step.jobexecutionid = execution.jobexecutionid
        where viewer.code = ? and step.stepname = 'observe-faces'
        order by step.stepexecutionid
        """,
        viewer);
  }

  private RestClient client(OtklikServer server) {
    return new RestClient(server.baseUri(), user.login(), user.password(), Locale.ENGLISH);
  }
}
