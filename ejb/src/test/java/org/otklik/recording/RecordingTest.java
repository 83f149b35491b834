package org.otklik.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.otklik.sound.SoundAlignment;
import org.otklik.sound.SoundFinding;
import org.otklik.storage.MediaFacts;
import org.otklik.timeline.CreativeClock;

class RecordingTest {
  private static final int DURATION_MS = 20_000;
  private static final CreativeClock TOGETHER = CreativeClock.startingAt(0, DURATION_MS);
  private static final CreativeClock LATER = CreativeClock.startingAt(3000, DURATION_MS);

  private static Recording recording(StartMethod method) {
    MediaFacts facts =
        new MediaFacts(
            "mp4", "h264", 640, 360, 0, DURATION_MS, 25, 500, List.of(1), true, List.of());
    RecordingRequest said = new RecordingRequest("V01", Map.of(), null, null, null);
    return new Recording(null, null, said, "sha", facts, TOGETHER, method, 1);
  }

  private static SoundAlignment alignment(SoundFinding finding) {
    boolean isFound = finding == SoundFinding.FOUND;
    return new SoundAlignment(finding, 12, 5, 4, isFound ? 3000 : null, 0, isFound ? LATER : null);
  }

  @Test
  void theClockFollowsWhereTheCreativeIsHeard() {
    Recording recording = recording(StartMethod.ASSUMED);
    assertTrue(recording.isToBeListenedTo());
    recording.listened(alignment(SoundFinding.FOUND));
    assertEquals(LATER, recording.clock());
    assertFalse(recording.isToBeListenedTo());
  }

  @Test
  void theClockStaysWhereItIsNotHeard() {
    Recording recording = recording(StartMethod.ASSUMED);
    recording.listened(alignment(SoundFinding.NOT_HEARD));
    assertEquals(TOGETHER, recording.clock());
    assertFalse(recording.isToBeListenedTo());
  }

  @ParameterizedTest
  @EnumSource(
      value = StartMethod.class,
      names = {"STUDY", "GIVEN"})
  void whatSomebodyKnowsIsNotOverruledBySound(StartMethod method) {
    Recording recording = recording(method);
    assertFalse(recording.isToBeListenedTo());
    SoundAlignment found = alignment(SoundFinding.FOUND);
    assertThrows(IllegalStateException.class, () -> recording.listened(found));
  }

  @Test
  void startIsMovedAsOftenAsWantedAndBackToWhereItWasFound() {
    Recording recording = recording(StartMethod.ASSUMED);
    recording.listened(alignment(SoundFinding.FOUND));
    recording.moveStart(3500);
    recording.moveStart(-250);
    assertEquals(StartMethod.MANUAL, recording.startMethod());
    assertEquals(-250, recording.startMs());
    assertEquals(1250, recording.clock().creativeMs(1000).orElseThrow());
    assertTrue(recording.restoreStart());
    assertEquals(StartMethod.SOUND, recording.startMethod());
    assertEquals(LATER, recording.clock());
    assertFalse(recording.restoreStart());
  }

  @Test
  void whoseStartAnAnalystHasMovedIsNotListenedTo() {
    Recording recording = recording(StartMethod.ASSUMED);
    recording.moveStart(1000);
    assertFalse(recording.isToBeListenedTo());
  }

  @Test
  void stallsOfThePlayerMoveWithTheStart() {
    Recording recording = recording(StartMethod.ASSUMED);
    CreativeClock stalled =
        new CreativeClock(
            List.of(
                new CreativeClock.Piece(0, 8000, -1000),
                new CreativeClock.Piece(9500, 20_000, 7000)));
    recording.listened(new SoundAlignment(SoundFinding.FOUND, 12, 5, 5, 1000, 0, stalled));
    recording.moveStart(1200);
    assertEquals(
        List.of(
            new CreativeClock.Piece(0, 8000, -1200), new CreativeClock.Piece(9500, 20_000, 6800)),
        recording.clock().pieces());
  }
}
