package org.otklik.sound;

/**
 * What came of one piece of a creative.
 *
 * @param creativeMs middle of the piece, by the creative's time
 * @param delayMs what to add to the creative's time to have the recording's
 * @param strength of the peak, in standard deviations of what lies around it
 */
record HeardPiece(double creativeMs, double delayMs, double strength) {
  /** Chance reaches 5; another creative's sound was never seen over 7. */
  private static final double MIN_STRENGTH = 9;

  boolean isHeard() {
    return strength >= MIN_STRENGTH;
  }
}
