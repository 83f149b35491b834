package org.otklik.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.otklik.database.DatabaseRole;
import org.otklik.testdata.synthetic.DemoCampaign;

/** Recordings that a kill meets in the middle, before the beginning and right after the end. */
final class AnalysisUnderWay {
  /** One chunk: no recording is through when the server is killed. */
  private static final int STORED_MS = 10_000;

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

  private static final String ATTEMPTS = REQUEST.replace("job_execution_id", "attempts");

  /** Items read by each execution of the viewer's job, in their order. */
  private static final String WINDOWS_READ =
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
      """;

  private final TestServer server;
  private final CampaignFixture campaign;
  private int rowsAtTheKill;

  private AnalysisUnderWay(TestServer server, CampaignFixture campaign) {
    this.server = server;
    this.campaign = campaign;
  }

  /** One recording is through. */
  static AnalysisUnderWay prepare(TestServer server) throws IOException, InterruptedException {
    CampaignFixture campaign =
        CampaignFixture.create(server.administrator(), "Killed", DemoVideoFixture.ad());
    campaign.record("summarised", DemoVideoFixture.recording(DemoCampaign.viewers().get(12)));
    campaign.settled();
    return new AnalysisUnderWay(server, campaign);
  }

  /** The same, asked of another node. */
  AnalysisUnderWay through(TestServer other) {
    return new AnalysisUnderWay(other, campaign.through(other.administrator()));
  }

  /** Until some, but not all, of a recording's frames are stored. */
  AnalysisHold begin() throws IOException, InterruptedException, SQLException {
    AnalysisHold hold = AnalysisHold.after(server.database(), STORED_MS);
    campaign.record("killed", DemoVideoFixture.longRecording());
    campaign.record("starting", DemoVideoFixture.recording(DemoCampaign.viewers().get(1)));
    hold.awaitReached();
    await("the other one has started").atMost(Duration.ofMinutes(2)).until(this::isStarting);
    // The other one may have come to the hold first; and what is committed may not be on the disk.
    await("some frames are stored")
        .atMost(Duration.ofMinutes(2))
        .until(() -> !server.rows(FRAMES, "killed").isEmpty());
    flush();
    return hold;
  }

  /** Frames are committed without waiting for the disk. */
  private void flush() throws SQLException {
    try (Connection connection = server.database().connect(DatabaseRole.SUPERUSER);
        Statement sql = connection.createStatement()) {
      sql.execute("checkpoint");
    }
  }

  private boolean isStarting() throws SQLException {
    return !execution("starting").equals("null");
  }

  /** Until some, but not all, of one more viewer's frames are stored: a video that is known. */
  AnalysisHold beginAgain(String viewer) throws IOException, InterruptedException, SQLException {
    AnalysisHold hold = AnalysisHold.after(server.database(), STORED_MS);
    campaign.record(viewer, DemoVideoFixture.recording(DemoCampaign.viewers().get(12)));
    hold.awaitReached();
    return hold;
  }

  /** It has ended at its first attempt, by two executions, with the frames of the first viewer. */
  void assertWentOnAtItsCheckpoint(String viewer)
      throws IOException, InterruptedException, SQLException {
    campaign.settled();
    assertEquals("COMPLETED", campaign.viewing(viewer).getString("state"));
    assertEquals(server.rows(FRAMES, "summarised"), server.rows(FRAMES, viewer));
    assertEquals(server.rows(SECONDS, "summarised"), server.rows(SECONDS, viewer));
    assertEquals(List.of("1|COMPLETED"), server.rows(ATTEMPTS, viewer));
    List<String> reads = windowsRead(viewer);
    assertEquals(2, reads.size(), "killed, gone on with: " + reads);
    int whole = Integer.parseInt(windowsRead("summarised").get(0));
    int resumed = Integer.parseInt(reads.get(1));
    assertTrue(resumed > 0 && resumed < whole, reads + " of " + whole);
  }

  /** With the database alone: what else a kill may leave behind. */
  void setBack() throws SQLException {
    AnalysisHold.remove(server.database());
    rowsAtTheKill = server.rows(FRAMES, "killed").size();
    setBackToStarting("starting");
    setBackToSummarising("summarised");
  }

  /** As if the kill had come when the job waited for a thread: nothing of it has begun. */
  private void setBackToStarting(String viewer) throws SQLException {
    String execution = execution(viewer);
    asApplication(
        "delete from batch.step_execution where jobexecutionid = " + execution,
        "update batch.job_execution set batchstatus = 'STARTING', starttime = null"
            + " where jobexecutionid = "
            + execution);
  }

  /** As if the kill had come when the run was completed and the repository did not know it yet. */
  private void setBackToSummarising(String viewer) throws SQLException {
    String execution = execution(viewer);
    asApplication(
        "update core.job_request set state = 'STARTED' where job_execution_id = " + execution,
        "update batch.step_execution set batchstatus = 'STARTED', exitstatus = null, endtime = null"
            + " where stepname = 'summarise' and jobexecutionid = "
            + execution,
        "update batch.job_execution set batchstatus = 'STARTED', exitstatus = null, endtime = null"
            + " where jobexecutionid = "
            + execution);
  }

  private void asApplication(String... statements) throws SQLException {
    try (Connection connection = server.database().connect(DatabaseRole.APPLICATION);
        Statement sql = connection.createStatement()) {
      for (String statement : statements) {
        sql.execute(statement);
      }
    }
  }

  /** The newest execution of the viewer's analysis. */
  private String execution(String viewer) throws SQLException {
    return server.rows(REQUEST, viewer).get(0).split("\\|")[0];
  }

  /** Each has ended, and the one in the middle went on where it stood. */
  void assertAsUndisturbed() throws IOException, InterruptedException, SQLException {
    campaign.settled();
    assertEquals("COMPLETED", campaign.viewing("killed").getString("state"));
    assertEquals("COMPLETED", campaign.viewing("starting").getString("state"));
    campaign.record("undisturbed", DemoVideoFixture.longRecording());
    campaign.settled();
    List<String> undisturbed = server.rows(FRAMES, "undisturbed");
    assertTrue(rowsAtTheKill > 0 && rowsAtTheKill < undisturbed.size(), "" + rowsAtTheKill);
    assertEquals(undisturbed, server.rows(FRAMES, "killed"));
    assertEquals(server.rows(SECONDS, "undisturbed"), server.rows(SECONDS, "killed"));
    assertResumedAtCheckpoint();
    for (String viewer : List.of("killed", "starting", "summarised")) {
      String request = server.rows(REQUEST, viewer).get(0);
      assertTrue(request.endsWith("|COMPLETED"), viewer + ": " + request);
    }
  }

  /** The second execution of the step read only what the first had not committed. */
  private void assertResumedAtCheckpoint() throws SQLException {
    List<String> reads = new ArrayList<>(windowsRead("killed"));
    reads.addAll(windowsRead("undisturbed"));
    assertEquals(3, reads.size(), "killed, gone on with, undisturbed: " + reads);
    int resumed = Integer.parseInt(reads.get(1));
    int whole = Integer.parseInt(reads.get(2));
    assertFalse(resumed == 0 || resumed >= whole, "windows read: " + reads);
  }

  private List<String> windowsRead(String viewer) throws SQLException {
    return Sql.rows(server.database(), DatabaseRole.APPLICATION, WINDOWS_READ, viewer);
  }
}
