package org.otklik.voice;

import org.otklik.sound.SoundFinding;

/**
 * Where a creative itself speaks. Heard through the viewer's loudspeaker, its voice would be taken
 * for the viewer's.
 */
public final class CreativeSpeech {
  /** Whether it may be heard in a recording, and where. */
  public enum Presence {
    /** Whoever speaks, it is not the creative. */
    NOT_HEARD,
    /** It is heard or may be, by the recording's clock. */
    PLACED,
    /** It is heard or may be, and nobody knows where. */
    UNPLACED,
    /** Another cut of it is heard, whose words nobody knows. */
    OTHER_CUT;

    /**
     * @param finding null where nobody listened for the creative, because its start is known
     */
    public static Presence of(SoundFinding finding) {
      if (finding == null) {
        return PLACED;
      }
      return switch (finding) {
        case FOUND -> PLACED;
        case NOT_HEARD, CREATIVE_SILENT, RECORDING_SILENT -> NOT_HEARD;
        case REPEATS, FAINT, NO_ONSETS, UNREADABLE -> UNPLACED;
        case OTHER_CUT -> OTHER_CUT;
      };
    }
  }

  /** A quarter of a second: rooms ring on, and a given start is a little off. */
  private static final int MARGIN_STEPS = 8;

  private final SpeechStream stream;

  public CreativeSpeech(VoiceActivity activity) {
    stream = new SpeechStream(activity, SpeechGate.wary());
  }

  /** Takes in the next part of the creative's sound. */
  public void add(short[] next) {
    stream.add(next);
    stream.samples().forget(stream.neededFrom());
  }

  /** No part follows. */
  public void finish() {
    stream.finish();
  }

  public boolean isThere() {
    return stream.gate().nextSpeech(0) >= 0;
  }

  /** Whether it speaks at a time of the creative, or nearly. */
  public boolean isNear(int creativeMs) {
    int step = SpeechStream.step(creativeMs);
    int next = stream.gate().nextSpeech(Math.max(0, step - MARGIN_STEPS));
    return next >= 0 && next <= step + MARGIN_STEPS;
  }
}
