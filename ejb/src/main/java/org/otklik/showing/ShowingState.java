package org.otklik.showing;

/** Life of a live showing. */
public enum ShowingState {
  /** Participants come. */
  OPEN,
  /** The creative was started. */
  RUNNING,
  /** Its data are analysed. */
  ENDED,
  /** Its data are deleted. */
  DISCARDED;

  public boolean isOver() {
    return this == ENDED || this == DISCARDED;
  }
}
