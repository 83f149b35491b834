package org.otklik.sound;

/** What came of listening for a creative in a recording. */
public enum SoundFinding {
  /** It is heard, and where is certain. */
  FOUND,
  /** It is heard; but it repeats itself, and could begin at several places. */
  REPEATS,
  /** Something like it is heard, too faintly to say where. */
  FAINT,
  /**
   * A part of it is heard clearly and the rest is not, or another creative of the campaign fits
   * better: another cut of it was played.
   */
  OTHER_CUT,
  /** Nothing of it is heard: headphones, or another creative. */
  NOT_HEARD,
  /** Nothing in the creative's sound begins or ends: there is nothing to recognise it by. */
  NO_ONSETS,
  /** The creative has no sound, or digital silence. */
  CREATIVE_SILENT,
  /** The recording has no sound, or digital silence. */
  RECORDING_SILENT,
  /** A sound could not be read. */
  UNREADABLE
}
