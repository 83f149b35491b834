package org.otklik.web.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.otklik.analysis.run.RunState;
import org.otklik.live.CampaignSnapshot;
import org.otklik.live.CampaignSnapshot.RecordingPulse;

class SnapshotDiffTest {
  private static final UUID FIRST = new UUID(0, 1);
  private static final UUID SECOND = new UUID(0, 2);
  private static final RecordingPulse DONE =
      new RecordingPulse(RunState.COMPLETED, 100, "POSITIVE");

  private final SnapshotDiff changes = new SnapshotDiff();

  @Test
  void firstAllIsToldThenOnlyWhatIsNew() {
    String all = changes.since(pulse(running(10), "STALE"), "7").orElseThrow();
    assertTrue(all.contains("\"" + FIRST + "\":[\"COMPLETED\",100,\"POSITIVE\"]"), all);
    assertTrue(all.contains("\"" + SECOND + "\":[\"RUNNING\",10,\"\"]"), all);

    assertEquals(Optional.empty(), changes.since(pulse(running(10), "STALE"), "7"));
    String more = changes.since(pulse(running(20), "STALE"), "7").orElseThrow();
    assertEquals(
        "{\"seen\":\"7\",\"recordings\":{\""
            + SECOND
            + "\":[\"RUNNING\",20,\"\"]},\"gone\":[],\"creatives\":{}}",
        more);
    String figures = changes.since(pulse(running(20), "CURRENT"), "7").orElseThrow();
    assertTrue(figures.contains("\"recordings\":{}"), figures);
    assertTrue(figures.contains("\"CURRENT\""), figures);
  }

  @Test
  void emptyCampaignIsToldOnceToo() {
    CampaignSnapshot nothing = new CampaignSnapshot(Map.of(), Map.of());
    assertTrue(changes.since(nothing, "7").isPresent());
    assertFalse(changes.since(nothing, "7").isPresent());
  }

  @Test
  void recordingThatIsGoneIsTold() {
    changes.since(pulse(running(10), "STALE"), "7");
    CampaignSnapshot fewer = new CampaignSnapshot(Map.of(FIRST, DONE), Map.of(FIRST, "STALE"));
    String told = changes.since(fewer, "7").orElseThrow();
    assertTrue(told.contains("\"gone\":[\"" + SECOND + "\"]"), told);
    assertEquals(Optional.empty(), changes.since(fewer, "7"));
  }

  @Test
  void silenceIsBrokenNowAndThen() {
    changes.since(pulse(DONE, "CURRENT"), "7");
    int told = 0;
    for (int beat = 0; beat < 60; beat++) {
      told += changes.since(pulse(DONE, "CURRENT"), "7").isPresent() ? 1 : 0;
    }
    assertEquals(3, told);
  }

  private static RecordingPulse running(int progress) {
    return new RecordingPulse(RunState.RUNNING, progress, "");
  }

  private static CampaignSnapshot pulse(RecordingPulse second, String figures) {
    return new CampaignSnapshot(Map.of(FIRST, DONE, SECOND, second), Map.of(FIRST, figures));
  }
}
