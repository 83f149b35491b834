package org.otklik.analysis.selection;

/** What is done to chosen recordings. */
public enum RecordingAct {
  /** Leaves the viewings out of all figures, with a note. */
  EXCLUDE,
  /** Judges the viewings by the settings alone again. */
  INCLUDE,
  /** Gives the viewers a value of an attribute, or takes the attribute from them. */
  SET_ATTRIBUTE,
  ANALYSE,
  /** Deletes the recordings with all that was made of them, for good. */
  DELETE
}
