package org.otklik.timeline.playback;

/**
 * Something that a page noted of the creative's player.
 *
 * @param pageMs when, by the page's clock
 * @param creativeMs place in the creative, in milliseconds
 */
public record PlaybackMark(double pageMs, Kind kind, double creativeMs) {

  /** What was noted. */
  public enum Kind {
    /** The player's event: it runs from now on. */
    PLAYING,
    /** The player's event: it waits for data. */
    WAITING,
    PAUSED,
    /** The player's event: it is at another place now. */
    SEEKED,
    ENDED,
    /** A frame of the creative that is on the screen at that time. */
    FRAME,
    /** The player's place, looked up by a timer. */
    SAMPLE,
    /** The page went out of sight. */
    HIDDEN,
    VISIBLE
  }
}
