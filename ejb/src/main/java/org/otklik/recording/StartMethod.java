package org.otklik.recording;

/** Where it is known from when the creative was shown, by a recording's time. */
public enum StartMethod {
  /** From the player, in a viewer's browser. */
  STUDY,
  /** From the host's player in a live showing. */
  LIVE,
  /** From whoever uploaded the recording. */
  GIVEN,
  /** The creative's sound is heard in the recording. */
  SOUND,
  /** From an analyst, who moved it by ear and eye. */
  MANUAL,
  /** Not at all: recording and creative are taken to begin together. */
  ASSUMED
}
