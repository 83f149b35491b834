package org.otklik.timeline.playback;

/**
 * A stretch of the page's time in which the creative ran on without a break.
 *
 * @param shiftMs what to add to the page's time to have the creative's
 * @param isJump whether the player had been sent to another place before
 */
record PlayedStretch(double fromMs, double untilMs, double shiftMs, boolean isJump) {

  double creativeFromMs() {
    return fromMs + shiftMs;
  }

  double creativeUntilMs() {
    return untilMs + shiftMs;
  }

  /** Begun earlier or later, at that place of the creative. */
  PlayedStretch fromCreative(double creativeMs) {
    return new PlayedStretch(creativeMs - shiftMs, untilMs, shiftMs, isJump);
  }

  PlayedStretch between(double earliestMs, double latestMs) {
    return new PlayedStretch(
        Math.max(fromMs, earliestMs), Math.min(untilMs, latestMs), shiftMs, isJump);
  }

  boolean isEmpty() {
    return untilMs <= fromMs;
  }
}
