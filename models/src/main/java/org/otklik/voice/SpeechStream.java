package org.otklik.voice;

import org.otklik.sound.Sound;

/**
 * Where somebody speaks in a sound that comes in parts. It is heard in pieces of half a minute,
 * with a second before and behind, so that what it takes in memory does not depend on its length,
 * nor what it hears on the parts.
 */
final class SpeechStream {
  private static final int PIECE_STEPS = 960;
  private static final int CONTEXT_STEPS = 32;
  private static final long STEP = VoiceActivity.STEP;

  private final VoiceActivity activity;
  private final SampleBuffer samples = new SampleBuffer();
  private final SpeechGate gate;

  SpeechStream(VoiceActivity activity, SpeechGate gate) {
    this.activity = activity;
    this.gate = gate;
  }

  /**
   * Takes in the next part.
   *
   * @return whether more is known of where somebody speaks
   */
  boolean add(short[] next) {
    samples.add(next);
    int before = gate.steps();
    while (samples.end() >= (gate.steps() + PIECE_STEPS + CONTEXT_STEPS) * STEP) {
      hear(PIECE_STEPS);
    }
    return gate.steps() > before;
  }

  /** No part follows. */
  void finish() {
    hear((int) (samples.end() / STEP) - gate.steps());
    gate.finish();
  }

  private void hear(int steps) {
    if (steps == 0) {
      return;
    }
    int from = Math.max(0, gate.steps() - CONTEXT_STEPS);
    long until = Math.min(samples.end(), (gate.steps() + steps + CONTEXT_STEPS) * STEP);
    float[] speech = activity.speech(samples.part(from * STEP, until));
    int first = gate.steps() - from;
    for (int i = first; i < first + steps; i++) {
      gate.add(speech[i]);
    }
  }

  /** The step that a time lies in. */
  static int step(int ms) {
    return (int) Math.floorDiv(ms * (long) Sound.HZ, 1000 * STEP);
  }

  /** Time of a step's middle. */
  static int middleMs(int step) {
    return (int) ((2L * step + 1) * STEP * 1000 / (2 * Sound.HZ));
  }

  SampleBuffer samples() {
    return samples;
  }

  SpeechGate gate() {
    return gate;
  }

  /** Samples before this one are not needed to go on; the caller may need them longer. */
  long neededFrom() {
    return Math.max(0, gate.steps() - CONTEXT_STEPS) * STEP;
  }
}
