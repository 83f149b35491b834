package org.otklik.voice;

import java.util.BitSet;

/**
 * From probabilities to speech, with hysteresis: it begins at {@value #BEGIN}, and ends when it has
 * been below {@value #END} for {@value #PAUSE_STEPS} steps; what is shorter than {@value
 * #MIN_STEPS} steps is a click or a cough.
 */
final class SpeechGate {
  private static final double BEGIN = 0.5;
  private static final double END = 0.35;
  private static final int PAUSE_STEPS = 3;
  private static final int MIN_STEPS = 8;
  private static final int NONE = -1;

  private final BitSet speech = new BitSet();
  private int steps;
  private int decided;
  private int begin = NONE;
  private int quietSince = NONE;

  /** Takes in the next step. */
  void add(double probability) {
    if (begin == NONE && probability >= BEGIN) {
      begin = steps;
    }
    if (probability >= BEGIN) {
      quietSince = NONE;
    } else if (probability < END && quietSince == NONE) {
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
    if (until - begin >= MIN_STEPS) {
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
