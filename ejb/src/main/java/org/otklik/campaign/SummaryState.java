package org.otklik.campaign;

/** How the stored summary of a creative stands to its viewings. */
public enum SummaryState {
  /** Nothing is summarised yet. */
  EMPTY,
  /** Viewings, or the settings, have changed since. */
  STALE,
  /** The summary could not be computed; the next change of a viewing tries again. */
  FAILED,
  CURRENT
}
