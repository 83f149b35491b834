package org.otklik.study.participation;

/** Why a browser has no camera for us. */
public enum CameraProblem {
  /** None is connected. */
  NONE,
  /** The viewer, or the system, does not allow it. */
  REFUSED,
  /** Another program has it. */
  BUSY,
  /** The browser cannot record: too old, or inside of another app. */
  UNSUPPORTED
}
