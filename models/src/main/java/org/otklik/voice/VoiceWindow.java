package org.otklik.voice;

/**
 * Three seconds of a recording; the next window begins a second later.
 *
 * @param startMs time in the recording
 * @param speechShare part of it in which somebody speaks and the creative does not, 0..1
 * @param creativeShare part of it in which the creative speaks, 0..1
 * @param scores null where too little is spoken: silence is not neutral
 * @param agitation how much more agitated than usual for the speaker, −1..1; null without scores,
 *     and where too little is known of the speaker
 */
public record VoiceWindow(
    int startMs, double speechShare, double creativeShare, VoiceScores scores, Double agitation) {
  static final int LENGTH_MS = 3000;
  static final int HOP_MS = 1000;

  /** A second: viewers say little more at a time, and less tells more of the pauses. */
  private static final double MIN_SPEECH = 1.0 / 3;

  private static final double MAX_CREATIVE = 0.1;

  static boolean isEnough(double speechShare, double creativeShare) {
    return speechShare >= MIN_SPEECH && creativeShare <= MAX_CREATIVE;
  }
}
