package org.otklik.timeline;

/** How a viewer's level at rest is found. */
public enum BaselineMethod {
  /** Nothing is taken out. */
  NONE,
  /** The mean over the first seconds of the recording, such as those before the creative begins. */
  FIRST_SECONDS,
  /**
   * Of each emotion the median over the recording. It takes out what is shown for more than half of
   * the time, a lasting smile too.
   */
  WHOLE_MEDIAN
}
