package org.otklik.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.otklik.sound.Sound;
import org.otklik.testdata.sound.Samples;
import org.otklik.testdata.sound.SyntheticSound;
import org.otklik.timeline.CreativeClock;

/** The released models, where a microphone hears nothing but a creative that speaks. */
class CreativeVoiceTest {
  private static final Path RELEASE = Path.of("..", "models", "release");
  private static final int START_MS = 2340;

  @Test
  void theCreativesOwnVoiceIsNotTakenForTheViewers() {
    double[] creative = SyntheticSound.SPEECH.samples(20, 8);
    double[] heard = new double[25 * Sound.HZ];
    System.arraycopy(creative, 0, heard, START_MS * Sound.HZ / 1000, creative.length);
    Sound room = Samples.sound(heard);
    CreativeClock clock = CreativeClock.startingAt(START_MS, room.durationMs());
    try (VoiceActivity activity = VoiceActivity.load(RELEASE.resolve("voice-activity"));
        VoiceEmotion emotion =
            VoiceEmotion.load(
                RELEASE.resolve("voice-features"), RELEASE.resolve("voice-emotion"))) {
      HeardVoice deceived = heard(activity, emotion, room, clock, ms -> false);
      assertEquals(VoiceFinding.HEARD, deceived.finding(), "it is heard, and it speaks");

      CreativeSpeech speech = new CreativeSpeech(activity);
      speech.add(Samples.sound(creative).samples());
      speech.finish();
      HeardVoice careful =
          heard(
              activity,
              emotion,
              room,
              clock,
              ms -> {
                OptionalInt creativeMs = clock.creativeMs(ms);
                return creativeMs.isPresent() && speech.isNear(creativeMs.getAsInt());
              });
      assertEquals(VoiceFinding.NO_SPEECH, careful.finding(), careful.toString());
      assertTrue(careful.creativeMs() > 5000, careful.toString());
    }
  }

  private static HeardVoice heard(
      VoiceActivity activity,
      VoiceEmotion emotion,
      Sound room,
      CreativeClock clock,
      IntPredicate creativeSpeaks) {
    VoiceListener listener = new VoiceListener(activity, emotion, creativeSpeaks);
    listener.add(room.samples());
    return listener.finish(clock);
  }
}
