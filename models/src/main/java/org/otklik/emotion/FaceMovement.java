package org.otklik.emotion;

/**
 * Named movements of a face, in the order of the columns in which they are stored. Each is told as
 * its strength, from 0, as in an average face at rest, to 1. They are no emotions: eyes are closed
 * by whoever blinks, and a raised brow may be surprise or make-up.
 */
public enum FaceMovement {
  SMILE,
  MOUTH_OPEN,
  EYES_CLOSED,
  BROWS_LOWERED,
  BROWS_RAISED
}
