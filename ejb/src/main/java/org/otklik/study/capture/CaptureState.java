package org.otklik.study.capture;

/** Life of what a browser records. */
public enum CaptureState {
  ARRIVING,
  /** The recording is made. */
  TAKEN,
  /** It cannot be used. */
  REFUSED,
  /** The viewer left; what had arrived is deleted. */
  ABANDONED
}
