package org.otklik.voice;

import java.util.BitSet;

/**
 * From probabilities to speech, with hysteresis: it begins at one limit, and ends when it has been
 * below another, lower one for {@value #PAUSE_STEPS} steps; what is too short is a click or a
 * cough.
 */
final class SpeechGate {
  private static final int PAUSE_STEPS = 3;
  private static final int NONE = -1;

  private final double beginLimit;
  private final double endLimit;
  private final int minSteps;
  private final BitSet speech = new BitSet();
  private int steps;
  private int decided;
  private int begin = NONE;
  private int quietSince = NONE;

  private SpeechGate(double beginLimit, double endLimit, int minSteps) {
    this.beginLimit = beginLimit;
    this.endLimit = endLimit;
    this.minSteps = minSteps;
  }

  /** Of a voice that is to be judged: a quarter of a second or more. */
  static SpeechGate sure() {
    return new SpeechGate(0.5, 0.35, 8);
  }

  /** Of a voice that must not be taken for another: whatever may be speech. */
  static SpeechGate wary() {
    return new SpeechGate(0.2, 0.1, 2);
  }

  /** Takes in the next step. */
  void add(double probability) {
    if (begin == NONE && probability >= beginLimit) {
      begin = steps;
    }
    if (probability >= beginLimit) {
      quietSince = NONE;
    } else if (probability < endLimit && quietSince == NONE) {
      quietSince = steps;
    }
    steps++;
    decide();
  }

  private void decide() {
    if (begin == NONE) {
      decided = steps;
      return;
    }
    int until = quietSince == NONE ? steps : quietSince;
    if (until - begin >= minSteps) {
      speech.set(begin, until);
      decided = until;
    }
    if (quietSince != NONE && steps - quietSince >= PAUSE_STEPS) {
      begin = NONE;
      decided = steps;
    }
  }

  /** No step follows. */
  void finish() {
    decided = steps;
  }

  /** Of how many steps it is known whether somebody speaks. */
  int decided() {
    return decided;
  }

  boolean isSpeech(int step) {
    return speech.get(step);
  }

  /**
   * @return the first step of speech from this one on; negative for none
   */
  int nextSpeech(int from) {
    return speech.nextSetBit(from);
  }

  /** Steps that were taken in. */
  int steps() {
    return steps;
  }
}
