package org.otklik.voice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.otklik.sound.Sound;
import org.otklik.timeline.CreativeClock;

/**
 * Listens to a recording's sound, which comes in parts, for the voice of its viewer. How the sound
 * is cut into parts makes no difference. For one thread.
 */
public final class VoiceListener {
  private static final int WINDOW = VoiceWindow.LENGTH_MS / 1000 * Sound.HZ;
  private static final int HOP = VoiceWindow.HOP_MS / 1000 * Sound.HZ;
  private static final int STEP = VoiceActivity.STEP;

  /** Less tells nothing of how a speaker usually sounds. */
  private static final int MIN_WINDOWS = 10;

  private final VoiceEmotion emotion;
  private final IntPredicate creativeSpeaks;
  private final IntPredicate otherSpeaks;
  private final SpeechStream stream;
  private final SpeakerMean speaker = new SpeakerMean();
  private final List<VoiceWindow> windows = new ArrayList<>();

  /** Steps in which somebody speaks and the creative does not, and those in which it does. */
  private final BitSet voice = new BitSet();

  private final BitSet creative = new BitSet();

  /** Steps of speech that is somebody else's. */
  private final BitSet other = new BitSet();

  private int told;

  /**
   * @param creativeSpeaks whether the creative is heard to speak, or may be, at a time of the
   *     recording in milliseconds
   */
  public VoiceListener(VoiceActivity activity, VoiceEmotion emotion, IntPredicate creativeSpeaks) {
    this(activity, emotion, creativeSpeaks, ms -> false);
  }

  /**
   * @param otherSpeaks whether speech at a time of the recording is somebody else's, which leaks in
   *     from another channel: it is silence to all that follows, and nothing of it is kept
   */
  public VoiceListener(
      VoiceActivity activity,
      VoiceEmotion emotion,
      IntPredicate creativeSpeaks,
      IntPredicate otherSpeaks) {
    this.emotion = emotion;
    this.creativeSpeaks = creativeSpeaks;
    this.otherSpeaks = otherSpeaks;
    this.stream = new SpeechStream(activity, SpeechGate.sure());
  }

  /** Takes in the next part: 16 bits, 16 kHz. */
  public void add(short[] next) {
    if (stream.add(next)) {
      judge();
    }
  }

  /**
   * No part follows.
   *
   * @param clock when the creative was shown
   */
  public HeardVoice finish(CreativeClock clock) {
    stream.finish();
    judge();
    if (stream.samples().isSilent()) {
      return HeardVoice.nothing(VoiceFinding.NO_SOUND);
    }
    List<VoiceWindow> told = withAgitation();
    List<VoiceSecond> seconds = VoiceSeconds.of(told, voice, clock);
    return new HeardVoice(
        seconds.isEmpty() ? VoiceFinding.NO_SPEECH : VoiceFinding.HEARD,
        ms(voice.cardinality()),
        ms(creative.cardinality()),
        told,
        seconds);
  }

  private static int ms(int steps) {
    return (int) (steps * 1000L * STEP / Sound.HZ);
  }

  /** All windows of which it is known where somebody speaks in them. */
  private void judge() {
    setAside();
    List<Integer> judged = new ArrayList<>();
    List<float[]> rows = new ArrayList<>();
    long start = (long) windows.size() * HOP;
    while (start + WINDOW <= Math.min((long) told * STEP, stream.samples().end())) {
      VoiceWindow window = window(start);
      if (VoiceWindow.isEnough(window.speechShare(), window.creativeShare())) {
        float[] features = emotion.features(ownSamples(start));
        speaker.add(features);
        judged.add(windows.size());
        rows.add(features);
      }
      windows.add(window);
      start += HOP;
    }
    List<VoiceScores> scores = emotion.classify(rows, speaker);
    for (int i = 0; i < judged.size(); i++) {
      VoiceWindow window = windows.get(judged.get(i));
      windows.set(
          judged.get(i),
          new VoiceWindow(
              window.startMs(), window.speechShare(), window.creativeShare(), scores.get(i), null));
    }
    stream.samples().forget(Math.min(start, stream.neededFrom()));
  }

  private void setAside() {
    for (; told < stream.gate().decided(); told++) {
      if (creativeSpeaks.test(SpeechStream.middleMs(told))) {
        creative.set(told);
      } else if (stream.gate().isSpeech(told)) {
        (otherSpeaks.test(SpeechStream.middleMs(told)) ? other : voice).set(told);
      }
    }
  }

  /** Of a window, with silence where somebody else speaks. */
  private float[] ownSamples(long start) {
    float[] samples = stream.samples().part(start, start + WINDOW);
    int first = (int) (start / STEP);
    int last = (int) ((start + WINDOW - 1) / STEP);
    for (int step = other.nextSetBit(first);
        step >= 0 && step <= last;
        step = other.nextSetBit(step + 1)) {
      int from = (int) Math.max(0, (long) step * STEP - start);
      int until = (int) Math.min(WINDOW, (step + 1L) * STEP - start);
      Arrays.fill(samples, from, until, 0);
    }
    return samples;
  }

  private VoiceWindow window(long start) {
    int from = (int) (start / STEP);
    int until = (int) ((start + WINDOW) / STEP);
    double steps = until - from;
    return new VoiceWindow(
        (int) (start * 1000 / Sound.HZ),
        voice.get(from, until).cardinality() / steps,
        creative.get(from, until).cardinality() / steps,
        null,
        null);
  }

  /** Against the speaker's own median. */
  private List<VoiceWindow> withAgitation() {
    double[] agitations =
        windows.stream()
            .map(VoiceWindow::scores)
            .filter(Objects::nonNull)
            .mapToDouble(VoiceScores::agitated)
            .sorted()
            .toArray();
    if (agitations.length < MIN_WINDOWS) {
      return List.copyOf(windows);
    }
    double median = median(agitations);
    return windows.stream()
        .map(
            window ->
                window.scores() == null
                    ? window
                    : new VoiceWindow(
                        window.startMs(),
                        window.speechShare(),
                        window.creativeShare(),
                        window.scores(),
                        window.scores().agitated() - median))
        .toList();
  }

  private static double median(double[] sorted) {
    int middle = sorted.length / 2;
    return Arrays.stream(sorted, sorted.length % 2 == 0 ? middle - 1 : middle, middle + 1)
        .average()
        .orElseThrow();
  }
}
