package org.otklik.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.emotion.EmotionGroup;
import org.otklik.sound.OtherSide;
import org.otklik.sound.Sound;
import org.otklik.sound.SoundFinding;
import org.otklik.sound.SoundLevels;
import org.otklik.timeline.CreativeClock;
import org.otklik.vision.model.UnusableModelException;

/** With models whose answers can be worked out by hand: who speaks brightly is angry. */
class VoiceListenerTest {
  private static final IntPredicate NEVER = ms -> false;
  private static final double QUIET_HZ = 150;
  private static final double USUAL_HZ = 300;
  private static final double BRIGHT_HZ = 900;

  @TempDir Path folder;
  private VoiceActivity activity;
  private VoiceEmotion emotion;

  @BeforeEach
  void load() throws IOException {
    activity = VoiceModelFixture.activity(folder);
    emotion = VoiceModelFixture.emotion(folder);
  }

  @AfterEach
  void close() {
    activity.close();
    emotion.close();
  }

  private static short[] silence(int seconds) {
    return new short[seconds * Sound.HZ];
  }

  /** A tone stands for a voice. */
  private static void talk(short[] sound, double fromS, double untilS, double hz) {
    for (int i = (int) (fromS * Sound.HZ); i < (int) (untilS * Sound.HZ); i++) {
      sound[i] = (short) (8000 * Math.sin(2 * Math.PI * hz * i / Sound.HZ));
    }
  }

  private HeardVoice hear(short[] sound, IntPredicate creativeSpeaks, int startMs) {
    VoiceListener listener = new VoiceListener(activity, emotion, creativeSpeaks);
    for (int from = 0; from < sound.length; from += Sound.HZ) {
      listener.add(Arrays.copyOfRange(sound, from, Math.min(sound.length, from + Sound.HZ)));
    }
    return listener.finish(CreativeClock.startingAt(startMs, sound.length / (Sound.HZ / 1000)));
  }

  @Test
  void onlyWindowsWithEnoughSpeechAreJudgedAndSilenceIsMissing() {
    short[] sound = silence(20);
    talk(sound, 5, 12, USUAL_HZ);
    HeardVoice voice = hear(sound, NEVER, 0);
    assertEquals(VoiceFinding.HEARD, voice.finding());
    assertEquals(18, voice.windows().size());
    for (VoiceWindow window : voice.windows()) {
      double overlap =
          Math.max(0, Math.min(12000, window.startMs() + 3000) - Math.max(5000, window.startMs()));
      assertEquals(overlap / 3000, window.speechShare(), 0.04, window.toString());
      assertEquals(window.speechShare() >= 1.0 / 3, window.scores() != null, window.toString());
      assertNull(window.agitation(), "of nine windows nobody knows how one usually speaks");
    }
    assertEquals(7000, voice.speechMs(), 70);
    assertEquals(
        List.of(5, 6, 7, 8, 9, 10, 11),
        voice.seconds().stream().filter(s -> s.state() != null).map(VoiceSecond::second).toList());
  }

  @Test
  void aVoiceIsJudgedAgainstTheSpeakersOwn() {
    short[] sound = silence(40);
    talk(sound, 0, 20, USUAL_HZ);
    talk(sound, 20, 25, BRIGHT_HZ);
    talk(sound, 25, 35, USUAL_HZ);
    talk(sound, 35, 40, QUIET_HZ);
    HeardVoice voice = hear(sound, NEVER, 0);
    VoiceWindow bright = voice.windows().get(21);
    assertTrue(bright.scores().angry() > 0.8, bright.toString());
    assertEquals(EmotionGroup.NEGATIVE, bright.scores().state());
    assertTrue(bright.agitation() > 0.5, bright.toString());
    VoiceWindow usual = voice.windows().get(12);
    assertEquals(EmotionGroup.NEUTRAL, usual.scores().state(), usual.toString());
    assertEquals(0, usual.agitation(), 0.1);
    VoiceScores quiet = voice.windows().get(36).scores();
    assertTrue(quiet.sad() > quiet.angry(), quiet.toString());
    assertEquals(1, quiet.angry() + quiet.sad() + quiet.neutral() + quiet.positive(), 1e-6);
  }

  @Test
  void howTheSoundIsCutMakesNoDifference() {
    short[] sound = silence(75);
    talk(sound, 3, 29.9, USUAL_HZ);
    talk(sound, 30.1, 33, BRIGHT_HZ);
    talk(sound, 58, 70, QUIET_HZ);
    HeardVoice whole = hear(sound, NEVER, 1500);
    VoiceListener listener = new VoiceListener(activity, emotion, NEVER);
    Random random = new Random(5);
    int from = 0;
    while (from < sound.length) {
      int until = Math.min(sound.length, from + 1 + random.nextInt(70_000));
      listener.add(Arrays.copyOfRange(sound, from, until));
      from = until;
    }
    assertEquals(whole, listener.finish(CreativeClock.startingAt(1500, 75_000)));
  }

  @Test
  void secondsAreThoseOfTheCreative() {
    short[] sound = silence(20);
    talk(sound, 10, 15, USUAL_HZ);
    HeardVoice voice = hear(sound, NEVER, 7500);
    List<VoiceSecond> seconds = voice.seconds();
    assertEquals(List.of(2, 3, 4, 5, 6, 7), seconds.stream().map(VoiceSecond::second).toList());
    assertEquals(0.5, seconds.get(0).heardShare(), 0.07);
    assertEquals(1, seconds.get(2).heardShare(), 0.03);
    assertNotNull(seconds.get(2).state());
  }

  @Test
  void whereTheCreativeSpeaksNobodyIsJudged() {
    short[] sound = silence(30);
    talk(sound, 2, 28, USUAL_HZ);
    HeardVoice voice = hear(sound, ms -> ms >= 10_000 && ms < 20_000, 0);
    for (VoiceWindow window : voice.windows()) {
      boolean isClear = window.startMs() + 3000 <= 10_000 || window.startMs() >= 20_000;
      assertEquals(
          isClear && window.speechShare() >= 1.0 / 3, window.scores() != null, window.toString());
    }
    assertEquals(10_000, voice.creativeMs(), 64);
    assertTrue(voice.seconds().stream().noneMatch(s -> s.second() >= 10 && s.second() < 20));
  }

  /** The other side leaks into the customer's channel at 12 dB less. */
  @Test
  void whatLeaksFromTheOtherChannelIsNobodys() {
    short[] customer = silence(40);
    talk(customer, 2, 14, USUAL_HZ);
    talk(customer, 25, 30, BRIGHT_HZ);
    short[] employee = silence(40);
    talk(employee, 14, 24, QUIET_HZ);
    short[] leaking = customer.clone();
    for (int i = 0; i < leaking.length; i++) {
      leaking[i] += (short) (employee[i] / 4);
    }
    HeardVoice alone = hear(customer, NEVER, 0);
    assertEquals(alone, heardBeside(customer, employee), "nothing leaks");
    HeardVoice gated = heardBeside(leaking, employee);
    assertEquals(alone.speechMs(), gated.speechMs());
    for (int i = 0; i < alone.windows().size(); i++) {
      VoiceWindow expected = alone.windows().get(i);
      VoiceWindow found = gated.windows().get(i);
      assertEquals(expected.speechShare(), found.speechShare());
      assertEquals(expected.scores() == null, found.scores() == null);
      if (found.scores() != null) { // the last step of whoever speaks has a little of the other
        assertEquals(expected.scores().angry(), found.scores().angry(), 0.01);
        assertEquals(expected.scores().sad(), found.scores().sad(), 0.03);
      }
    }
    assertTrue(
        hear(leaking, NEVER, 0).speechMs() > alone.speechMs() + 9000,
        "else it were the customer's");
  }

  private HeardVoice heardBeside(short[] sound, short[] beside) {
    SoundLevels levels = new SoundLevels();
    levels.add(beside);
    OtherSide other = new OtherSide();
    other.addOther(levels);
    VoiceListener listener = new VoiceListener(activity, emotion, NEVER, other::isLouder);
    for (int from = 0; from < sound.length; from += Sound.HZ) {
      short[] second = Arrays.copyOfRange(sound, from, Math.min(sound.length, from + Sound.HZ));
      other.add(second);
      listener.add(second);
    }
    return listener.finish(CreativeClock.startingAt(0, sound.length / (Sound.HZ / 1000)));
  }

  @Test
  void silenceAndAWhisperOfNoiseAreToldAsWhatTheyAre() {
    assertEquals(VoiceFinding.NO_SOUND, hear(silence(10), NEVER, 0).finding());
    assertEquals(VoiceFinding.NO_SOUND, hear(new short[100], NEVER, 0).finding());
    short[] noise = silence(10);
    Random random = new Random(1);
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (short) (100 * random.nextGaussian());
    }
    HeardVoice voice = hear(noise, NEVER, 0);
    assertEquals(VoiceFinding.NO_SPEECH, voice.finding());
    assertTrue(voice.windows().stream().map(VoiceWindow::scores).allMatch(Objects::isNull));
  }

  @Test
  void aCreativeThatMayBeHeardSomewhereKeepsVoicesFromBeingJudged() {
    assertEquals(CreativeSpeech.Presence.PLACED, CreativeSpeech.Presence.of(null), "a known start");
    assertEquals(
        CreativeSpeech.Presence.NOT_HEARD,
        CreativeSpeech.Presence.of(SoundFinding.NOT_HEARD),
        "headphones");
    assertEquals(CreativeSpeech.Presence.UNPLACED, CreativeSpeech.Presence.of(SoundFinding.FAINT));
  }

  @Test
  void aCreativesSpeechHasAMargin() {
    short[] sound = silence(40);
    talk(sound, 31, 33, USUAL_HZ);
    CreativeSpeech speech = new CreativeSpeech(activity);
    speech.add(sound);
    speech.finish();
    assertTrue(speech.isThere());
    assertTrue(speech.isNear(32_000) && speech.isNear(30_850) && speech.isNear(33_150));
    assertTrue(!speech.isNear(30_500) && !speech.isNear(33_500) && !speech.isNear(-5000));
  }

  /** With the waves of the golden samples: half a minute each, over and over. */
  @Test
  void releasedModelsHearATalkerAndNoMusic() throws IOException {
    Path release = Path.of("release");
    try (VoiceActivity ears = VoiceActivity.load(release.resolve("voice-activity"));
        VoiceEmotion judge =
            VoiceEmotion.load(
                release.resolve("voice-features"), release.resolve("voice-emotion"))) {
      HeardVoice talker = heard(ears, judge, "lively");
      assertTrue(talker.speechMs() > 5000, talker.toString());
      HeardVoice music = heard(ears, judge, "music");
      assertEquals(VoiceFinding.NO_SPEECH, music.finding(), music.toString());
    }
  }

  private static HeardVoice heard(VoiceActivity ears, VoiceEmotion judge, String wave)
      throws IOException {
    byte[] bytes =
        Files.readAllBytes(
            Path.of("src/test/resources/org/otklik/voice/golden").resolve(wave + ".s16"));
    short[] samples = new short[bytes.length / 2];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
    VoiceListener listener = new VoiceListener(ears, judge, NEVER);
    for (int i = 0; i < 10; i++) {
      listener.add(samples);
    }
    return listener.finish(CreativeClock.startingAt(0, 30_000));
  }

  @Test
  void aModelWithOtherClassesIsRefused() throws IOException {
    String message =
        assertThrows(
                UnusableModelException.class,
                () -> VoiceModelFixture.emotion(folder, "[\"joy\", \"rage\"]"))
            .getMessage();
    assertTrue(message.contains("joy"), message);
    assertThrows(
        UnusableModelException.class,
        () -> VoiceActivity.load(folder.resolve("features")),
        "of another task");
  }
}
