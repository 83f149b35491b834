package org.otklik.study.participation;

/** What a viewer can do for a better picture before the recording. */
public enum CameraHint {
  GOOD,
  NO_FACE,
  SEVERAL_FACES,
  TOO_FAR,
  OFF_CENTRE,
  TURNED,
  TOO_DARK,
  TOO_BRIGHT
}
