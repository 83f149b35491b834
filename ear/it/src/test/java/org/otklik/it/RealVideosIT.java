package org.otklik.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.otklik.database.DatabaseRole;

/** The real clips beside the checkout, where they are; skipped, visibly, where they are not. */
class RealVideosIT {
  private static final List<String> CLIPS =
      List.of(
          "viewer-sad-to-happy.mp4",
          "viewer-neutral-to-smile.mp4",
          "viewer-leaves.mov",
          "viewer-arrives.mov",
          "no-viewer.mp4");

  private static CampaignFixture campaign;
  private static final Map<String, String> RECORDINGS = new HashMap<>();

  /** Beside the project, however deep in it the tests run; null where it is not. */
  private static Path media() {
    return Stream.iterate(
            TestGround.layout().folder().toAbsolutePath(), Objects::nonNull, Path::getParent)
        .map(folder -> folder.resolve("shared/media"))
        .filter(Files::isDirectory)
        .findFirst()
        .orElse(null);
  }

  @BeforeEach
  void analyse() throws IOException, InterruptedException {
    Path media = media();
    Assumptions.assumeTrue(media != null, "no real clips: there is no folder ../shared/media");
    if (campaign == null) {
      CampaignFixture made =
          CampaignFixture.create(
              TestGround.administrator(), "Real clips", media.resolve("ad-puppy.mp4"));
      for (String clip : CLIPS) {
        RECORDINGS.put(clip, made.record(clip, media.resolve(clip)));
      }
      made.settled();
      campaign = made;
    }
  }

  @Test
  void sadToHappyIsPositiveInItsLastThird() throws IOException, InterruptedException {
    List<JsonObject> seconds = campaign.seconds(RECORDINGS.get("viewer-sad-to-happy.mp4"));
    assertEquals(20, seconds.size());
    List<JsonObject> last = seconds.subList(14, 19);
    assertTrue(
        last.stream().allMatch(second -> second.getString("state", "").equals("POSITIVE")),
        last.toString());
  }

  @Test
  void neutralToSmileTurnsAndIsExcludedForCoverage() throws IOException, InterruptedException {
    List<JsonObject> seconds = campaign.seconds(RECORDINGS.get("viewer-neutral-to-smile.mp4"));
    assertEquals("POSITIVE", seconds.get(1).getString("state"));
    JsonObject viewing = campaign.viewing("viewer-neutral-to-smile.mp4");
    assertEquals("EXCLUDED", viewing.getString("response"));
    assertEquals("LOW_COVERAGE", viewing.getString("exclusionReason"));
  }

  @Test
  void neutralToSmileBeginsNeutral() throws SQLException {
    assertEquals(
        "NEUTRAL",
        frames("viewer-neutral-to-smile.mp4", "dominant_emotion").get(0),
        "its first frame");
  }

  @Test
  void leavingViewerIsMissingAfterwardsAndNotNeutral() throws SQLException {
    List<String> outcomes = frames("viewer-leaves.mov", "frame_result");
    int last = outcomes.lastIndexOf("OBSERVED");
    assertTrue(outcomes.subList(0, last + 1).stream().allMatch("OBSERVED"::equals), "" + outcomes);
    assertTrue(
        outcomes.subList(last + 1, outcomes.size()).stream().allMatch("NO_FACE"::equals),
        "" + outcomes);
    assertTrue(last > 15 && last < outcomes.size() - 15, "" + outcomes);
  }

  @Test
  void arrivingViewerIsMissingBefore() throws SQLException {
    List<String> outcomes = frames("viewer-arrives.mov", "frame_result");
    int first = outcomes.indexOf("OBSERVED");
    assertTrue(outcomes.subList(0, first).stream().allMatch("NO_FACE"::equals), "" + outcomes);
    assertTrue(
        outcomes.subList(first, outcomes.size()).stream().allMatch("OBSERVED"::equals),
        "" + outcomes);
  }

  @Test
  void titleCardHasNoViewer() throws IOException, InterruptedException, SQLException {
    JsonObject viewing = campaign.viewing("no-viewer.mp4");
    assertEquals("EXCLUDED", viewing.getString("response"));
    assertEquals("NO_VIEWER", viewing.getString("exclusionReason"));
    assertTrue(
        frames("no-viewer.mp4", "frame_result").stream().allMatch("NO_FACE"::equals),
        "letters are no face");
  }

  private static List<String> frames(String viewer, String column) throws SQLException {
    return Sql.rows(
        TestGround.database(),
        DatabaseRole.BI_READER,
        "select fact_frame."
            + column
            + " from bi.fact_frame join bi.dim_viewer using (viewer_key)"
            + " where viewer_code = ? order by media_time_ms",
        viewer);
  }
}
