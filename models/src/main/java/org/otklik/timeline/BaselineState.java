package org.otklik.timeline;

/** What became of a viewer's level at rest. */
public enum BaselineState {
  /** It was not asked for. */
  OFF,
  /** It was found and taken out. */
  REMOVED,
  /** Too little of the viewer was observed to find it: the scores stay as they were. */
  TOO_SHORT
}
