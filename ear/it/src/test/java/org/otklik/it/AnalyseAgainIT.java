package org.otklik.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.otklik.database.DatabaseRole;
import org.otklik.launcher.RestClient;
import org.otklik.media.child.DecoderMain;
import org.otklik.testdata.synthetic.DemoCampaign;
import org.otklik.testdata.synthetic.DemoViewer;

/** A recording is analysed once more; and one whose video is lost fails without the others. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class AnalyseAgainIT {
  private static final String RUNS =
      """
      select run.state, run.is_current, run.failure_code, run.frames_sampled
      from core.analysis_run as run
      join core.recording on recording.id = run.recording_id
      where recording.public_id = ?::uuid
      order by run.id
      """;

  private static final String ATTEMPTS =
      """
      select request.attempts
      from core.job_request as request
      join core.analysis_run as run on run.id = request.subject_id
      join core.recording on recording.id = run.recording_id
      where request.job_name = 'analyse-recording' and recording.public_id = ?::uuid
      """;

  private final RestClient rest = TestGround.administrator();

  /** What each of several who ask at once is answered. */
  private List<Integer> analyseAgainAtOnce(String recording, int times) {
    ExecutorService threads = Executors.newCachedThreadPool();
    List<CompletableFuture<Integer>> answers =
        IntStream.range(0, times)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> {
                          try {
                            return rest.send("POST", "recordings/" + recording + "/analyses", "{}")
                                .statusCode();
                          } catch (IOException | InterruptedException e) {
                            throw new CompletionException(e);
                          }
                        },
                        threads))
            .toList();
    threads.shutdown();
    return answers.stream().map(CompletableFuture::join).sorted().toList();
  }

  @Test
  void secondAnalysisReplacesTheFirstAndFindsTheSame()
      throws IOException, InterruptedException, SQLException {
    CampaignFixture campaign = CampaignFixture.create(rest, "Again", DemoVideoFixture.ad());
    DemoViewer viewer = DemoCampaign.viewers().get(0);
    String recording = campaign.record("V", DemoVideoFixture.recording(viewer));
    RestClient.RefusedException early =
        assertThrows(RestClient.RefusedException.class, () -> analyseAgain(recording));
    assertEquals(409, early.status());
    campaign.settled();
    List<JsonObject> first = campaign.seconds(recording);

    assertEquals(List.of(202, 409, 409, 409, 409, 409), analyseAgainAtOnce(recording, 6));
    campaign.settled();

    assertEquals(first, campaign.seconds(recording));
    assertEquals(
        List.of("COMPLETED|f|null|200", "COMPLETED|t|null|200"),
        Sql.rows(TestGround.database(), DatabaseRole.OWNER, RUNS, recording));
  }

  @Test
  void damagedVideoFailsWithItsReasonAndTheOthersAreStillReported()
      throws IOException, InterruptedException, SQLException {
    CampaignFixture campaign = CampaignFixture.create(rest, "Damaged", DemoVideoFixture.ad());
    DemoViewer viewer = DemoCampaign.viewers().get(1);
    Path video = DemoVideoFixture.recording(viewer);
    campaign.record("good", video);
    String recording =
        campaign.record("damaged", DemoVideoFixture.recording(DemoCampaign.viewers().get(3)));
    campaign.settled();
    MediaFixture.destroy(recording);

    analyseAgain(recording);
    campaign.settled();

    JsonObject damaged = campaign.viewing("damaged");
    assertEquals("FAILED", damaged.getString("state"));
    assertEquals("FILM_NOT_A_VIDEO", damaged.getString("failureCode"));
    assertEquals("EXCLUDED", damaged.getString("response"));
    assertEquals("ANALYSIS_FAILED", damaged.getString("exclusionReason"));
    assertEquals("COMPLETED", campaign.viewing("good").getString("state"));
    campaign.report("en", TestGround.newFolder("damaged").resolve("report.pdf"));
  }

  /** As the kernel does without memory. */
  @Test
  void decoderThatIsKilledCostsNothingButTime()
      throws IOException, InterruptedException, SQLException, NoSuchAlgorithmException {
    CampaignFixture campaign = CampaignFixture.create(rest, "Killed", DemoVideoFixture.ad());
    Path video = DemoVideoFixture.longRecording();
    String undisturbed = campaign.record("undisturbed", video);
    campaign.settled();
    Path copy =
        UploadedVideoFixture.padded(
            video, TestGround.newFolder("killed").resolve("k.mp4"), (int) Files.size(video) + 999);
    String recording = campaign.record("killed", copy);
    kill(decoderOf(copy));
    campaign.settled();
    assertEquals("COMPLETED", campaign.viewing("killed").getString("state"));
    assertEquals(campaign.seconds(undisturbed), campaign.seconds(recording));
    assertEquals(
        List.of("2"), Sql.rows(TestGround.database(), DatabaseRole.OWNER, ATTEMPTS, recording));
  }

  /** The process that has the stored video open. */
  private static ProcessHandle decoderOf(Path video) throws IOException, NoSuchAlgorithmException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(video));
    String name = HexFormat.of().formatHex(digest);
    Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "Linux tells what is open");
    return await()
        .pollInterval(Duration.ofMillis(20))
        .atMost(Duration.ofMinutes(2))
        .until(
            () ->
                ProcessHandle.allProcesses()
                    .filter(
                        one -> one.info().arguments().map(AnalyseAgainIT::decodes).orElse(false))
                    .filter(one -> hasOpen(one, name))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private static boolean decodes(String... arguments) {
    return List.of(arguments).contains(DecoderMain.class.getName());
  }

  private static boolean hasOpen(ProcessHandle process, String name) {
    try (Stream<Path> open = Files.list(Path.of("/proc/" + process.pid() + "/fd"))) {
      return open.anyMatch(one -> target(one).endsWith(name));
    } catch (IOException | UncheckedIOException endedMeanwhile) {
      return false;
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException closedMeanwhile) {
      return "";
    }
  }

  private static void kill(ProcessHandle process) {
    process.destroyForcibly();
    await().atMost(Duration.ofSeconds(20)).until(() -> !process.isAlive());
  }

  @Test
  void summaryThatBreaksOffIsToldAndMadeUpForByTheNextChange()
      throws IOException, InterruptedException, SQLException {
    CampaignFixture campaign =
        CampaignFixture.create(rest, "Broken summary", DemoVideoFixture.ad());
    String recording;
    owner(
        "alter table agg.creative_score add constraint ck_broken check (creative_id <> "
            + creativeKey(campaign)
            + ")");
    try {
      recording = campaign.record("V", DemoVideoFixture.recording(DemoCampaign.viewers().get(0)));
      await()
          .atMost(Duration.ofMinutes(5))
          .until(
              () ->
                  rest.object("creatives/" + campaign.creativeId())
                      .getString("summaryState")
                      .equals("FAILED"));
    } finally {
      owner("alter table agg.creative_score drop constraint ck_broken");
    }
    analyseAgain(recording);
    assertEquals("CURRENT", campaign.settled().getString("summaryState"));
  }

  private static String creativeKey(CampaignFixture campaign) throws SQLException {
    return Sql.rows(
            TestGround.database(),
            DatabaseRole.OWNER,
            "select id from core.creative where public_id = ?::uuid",
            campaign.creativeId())
        .get(0);
  }

  private static void owner(String statement) throws SQLException {
    try (Connection connection = TestGround.database().connect(DatabaseRole.OWNER);
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  private void analyseAgain(String recording) throws IOException, InterruptedException {
    rest.post("recordings/" + recording + "/analyses", Json.createObjectBuilder().build());
  }
}
