package org.otklik.call;

/**
 * Seconds of a call that are worth looking at. They tell of expression and voice, not of an inner
 * state.
 *
 * @param fromSecond the first one
 * @param untilSecond behind the last one
 * @param strength of the strongest second, 0..1: the smaller of both sides' probabilities, or the
 *     agitation
 */
public record CallMoment(Kind kind, int fromSecond, int untilSecond, double strength) {
  /** What is to be seen or heard. */
  public enum Kind {
    /** A positive face with a negative voice: a smile, an annoyed tone. */
    SMILE_NEGATIVE_VOICE,
    /** A negative face with a positive voice. */
    NEGATIVE_FACE_POSITIVE_VOICE,
    /** A voice much more agitated than usual for its speaker. */
    AGITATION
  }
}
