package org.otklik.voice;

/** What came of listening for a viewer's voice in a recording. */
public enum VoiceFinding {
  /** Somebody speaks, and what the voice sounds like is known where it lasts. */
  HEARD,
  /** There is sound, and nobody speaks for long enough, or only together with the creative. */
  NO_SPEECH,
  /** The recording has no sound, or digital silence. */
  NO_SOUND,
  /**
   * The creative speaks, is heard, and nobody knows where: its voice would be taken for another.
   */
  CREATIVE_UNPLACED,
  /** A call of which nobody has said yet where in its sound the customer is. */
  SIDES_UNKNOWN,
  /** A call: the customer and the employee are in one sound, and nobody is judged. */
  SIDES_MIXED,
  /** The sound could not be read. */
  UNREADABLE
}
