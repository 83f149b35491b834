package org.otklik.metric;

/** Why a contact is in no denominator. */
public enum ExclusionReason {
  /** No face of the recording was there long enough to be its viewer. */
  NO_VIEWER,
  /** Too little of the creative's time was observed. */
  LOW_COVERAGE,
  /** The recording lies on its side or stands upside down. */
  NOT_UPRIGHT,
  /** Two faces are there about as long, and no analyst has said yet which is the viewer's. */
  SEVERAL_FACES,
  /** The recording could not be analysed. */
  ANALYSIS_FAILED,
  /** An analyst left it out, with a note that says why. */
  EXCLUDED_BY_ANALYST
}
