package org.otklik.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.otklik.testdata.sound.Samples;
import org.otklik.testdata.sound.SimulatedRoom;
import org.otklik.testdata.sound.SyntheticSound;

/** Creatives in simulated rooms; {@code SoundBench} has hundreds of them. */
class SoundAlignerTest {
  private static final double CREATIVE_S = 14;
  private static final int RECORDING_S = 30;
  private static final int GOOD_MS = 30;

  private static final SimulatedRoom TALK = SimulatedRoom.QUIET.with(1, 0);

  private static SoundAlignment find(double[] creative, Sound recording) {
    return new SoundAligner(recording, RECORDING_S * 1000)
        .find(CreativeSound.of(Samples.sound(creative)));
  }

  private static void assertFound(SoundAlignment found, double creativeMs, double recordingMs) {
    assertEquals(SoundFinding.FOUND, found.finding(), found.toString());
    OptionalInt shown = found.clock().creativeMs((int) Math.round(recordingMs));
    assertTrue(shown.isPresent(), found.toString());
    assertEquals(creativeMs, shown.getAsInt(), GOOD_MS);
  }

  @ParameterizedTest
  @CsvSource({
    "SPEECH, 7.3, 0, 1, 0, 0",
    "MUSIC, 12.71, 0, 1, 0, 0",
    "SPEECH_OVER_MUSIC, 15, 0, 5, 0, 0",
    "SPEECH, -2, 0, 0, 0, 0",
    "SPEECH_OVER_MUSIC, 3, 200, 1, 0, 0",
    "SPEECH, 11.5, 0, 0, 25, 0",
    "LOOP, 5, 0, 0, 0, 0"
  })
  void isFoundInARoom(
      SyntheticSound kind,
      double startS,
      double ppm,
      int talkers,
      double cancelled,
      double talkDb) {
    double[] creative = kind.samples(CREATIVE_S, 1);
    SimulatedRoom room =
        SimulatedRoom.QUIET.with(talkers, talkDb).drifting(ppm * 1e-6).cancelling(cancelled);
    SoundAlignment found = find(creative, room.record(creative, startS, RECORDING_S, 2));
    for (double at : new double[] {2.5, 8, 13}) {
      assertFound(found, 1000 * at, 1000 * (startS + at * (1 + ppm * 1e-6)));
    }
  }

  @Test
  void whatWasRecordedWhileThePlayerStoodIsInNoPiece() {
    double[] creative = SyntheticSound.SPEECH_OVER_MUSIC.samples(CREATIVE_S, 3);
    double[] stalled = new double[creative.length + 3 * Sound.HZ / 2];
    System.arraycopy(creative, 0, stalled, 0, 8 * Sound.HZ);
    System.arraycopy(
        creative, 8 * Sound.HZ, stalled, 19 * Sound.HZ / 2, creative.length - 8 * Sound.HZ);
    SoundAlignment found = find(creative, SimulatedRoom.QUIET.record(stalled, 4, RECORDING_S, 4));
    assertFound(found, 3000, 7000);
    assertFound(found, 14_000, 19_500);
    assertEquals(OptionalInt.empty(), found.clock().creativeMs(12_800));
  }

  @Test
  void aCreativeThatIsCutOffIsFoundAsFarAsItGoes() {
    double[] creative = SyntheticSound.MUSIC.samples(CREATIVE_S, 5);
    SoundAlignment found = find(creative, TALK.record(creative, RECORDING_S - 9, RECORDING_S, 6));
    assertFound(found, 4000, 1000 * (RECORDING_S - 5));
  }

  @ParameterizedTest
  @CsvSource({"SPEECH, SPEECH", "MUSIC, MUSIC", "SPEECH_OVER_MUSIC, LOOP", "LOOP, MUSIC"})
  void anotherCreativeIsNotTakenForIt(SyntheticSound wanted, SyntheticSound played) {
    Sound recording = TALK.record(played.samples(CREATIVE_S, 7), 5, RECORDING_S, 8);
    SoundAlignment found = find(wanted.samples(CREATIVE_S, 9), recording);
    assertEquals(SoundFinding.NOT_HEARD, found.finding(), found.toString());
    assertNull(found.clock());
  }

  @Test
  void aRoomWithHeadphonesIsRefused() {
    Sound recording = TALK.record(new double[0], 0, RECORDING_S, 10);
    SoundAlignment found = find(SyntheticSound.SPEECH.samples(CREATIVE_S, 11), recording);
    assertEquals(SoundFinding.NOT_HEARD, found.finding(), found.toString());
  }

  @Test
  void soundThatIsNotThereIsToldAsWhatItIs() {
    double[] creative = SyntheticSound.MUSIC.samples(CREATIVE_S, 12);
    double[] silence = new double[RECORDING_S * Sound.HZ];
    assertEquals(SoundFinding.RECORDING_SILENT, find(creative, Samples.sound(silence)).finding());
    Sound recording = SimulatedRoom.QUIET.record(creative, 1, RECORDING_S, 13);
    assertEquals(SoundFinding.CREATIVE_SILENT, find(silence, recording).finding());
    assertEquals(SoundFinding.CREATIVE_SILENT, find(new double[0], recording).finding());
  }

  @Test
  void chordsWithoutOnsetsAreRefused() {
    double[] pad = SyntheticSound.PAD.samples(CREATIVE_S, 14);
    Sound recording = SimulatedRoom.QUIET.record(pad, 1, RECORDING_S, 15);
    assertEquals(SoundFinding.NO_ONSETS, find(pad, recording).finding());
  }

  @Test
  void aLoopThatCouldBeginAtSeveralPlacesIsNotGuessed() {
    double[] bar = Arrays.copyOf(SyntheticSound.LOOP.samples(4, 16), 2 * Sound.HZ);
    double[] creative = new double[16 * Sound.HZ];
    double[] played = new double[RECORDING_S * Sound.HZ];
    for (int i = 0; i < played.length; i++) {
      played[i] = bar[i % bar.length];
      if (i < creative.length) {
        creative[i] = played[i];
      }
    }
    SoundAlignment found = find(creative, SimulatedRoom.QUIET.record(played, 0, RECORDING_S, 17));
    assertNotEquals(SoundFinding.FOUND, found.finding(), found.toString());
  }

  /** The recording is of the short cut; the long one shares most of its sound. */
  @Test
  void anotherCutIsTold() {
    double[] longCut = SyntheticSound.SPEECH_OVER_MUSIC.samples(24, 18);
    double[] shortCut = Arrays.copyOf(longCut, 12 * Sound.HZ);
    Sound recording = SimulatedRoom.QUIET.record(shortCut, 3, RECORDING_S, 19);
    SoundAlignment asLong = find(longCut, recording);
    SoundAlignment asShort = find(shortCut, recording);
    assertEquals(SoundFinding.OTHER_CUT, asLong.against(List.of(asShort)).finding());
    assertEquals(SoundFinding.FOUND, asShort.against(List.of(asLong)).finding());
  }

  /** Creatives of one brand end alike. */
  @Test
  void aSharedEndIsNotTheCreative() {
    double[] creative = SyntheticSound.SPEECH_OVER_MUSIC.samples(20, 20);
    double[] other = SyntheticSound.SPEECH_OVER_MUSIC.samples(20, 21);
    System.arraycopy(creative, 13 * Sound.HZ, other, 13 * Sound.HZ, 7 * Sound.HZ);
    SoundAlignment found = find(creative, SimulatedRoom.QUIET.record(other, 2, RECORDING_S, 22));
    assertEquals(SoundFinding.OTHER_CUT, found.finding(), found.toString());
  }
}
