package org.otklik.metric;

/** Why a contact is in no denominator. */
public enum ExclusionReason {
  /** No face of the recording was there long enough to be its viewer. */
  NO_VIEWER,
  /** Too little of the creative's time was observed. */
  LOW_COVERAGE,
  /** The recording could not be analysed. */
  ANALYSIS_FAILED,
  /** An analyst left it out, with a note that says why. */
  EXCLUDED_BY_ANALYST
}
