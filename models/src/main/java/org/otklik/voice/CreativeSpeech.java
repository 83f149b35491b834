package org.otklik.voice;

/**
 * Where a creative itself speaks. Heard through the viewer's loudspeaker, its voice would be taken
 * for the viewer's.
 */
public final class CreativeSpeech {
  /** A quarter of a second: rooms ring on, and a given start is a little off. */
  private static final int MARGIN_STEPS = 8;

  private final SpeechStream stream;

  public CreativeSpeech(VoiceActivity activity) {
    stream = new SpeechStream(activity);
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
