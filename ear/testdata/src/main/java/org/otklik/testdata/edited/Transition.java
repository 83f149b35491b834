package org.otklik.testdata.edited;

/**
 * How one shot of a video follows another.
 *
 * @param beginMs of the first frame that shows something of the next shot, or of the black between
 *     them
 * @param endMs of the first frame that shows nothing but the next shot; that of a cut is its
 *     beginning
 */
public record Transition(Kind kind, int beginMs, int endMs) {
  /** What a viewer sees. */
  public enum Kind {
    CUT,
    DISSOLVE,
    /** The one goes to black, the other comes from it. */
    FADE
  }

  /** Where the next shot takes over. */
  public int middleMs() {
    return (beginMs + endMs) / 2;
  }
}
