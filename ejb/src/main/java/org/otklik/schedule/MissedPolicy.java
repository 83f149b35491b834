package org.otklik.schedule;

/** What becomes of fires that passed while no server was running. */
public enum MissedPolicy {
  /** The latest is made up for, once; earlier ones are recorded as missed. */
  RUN_ONCE,
  /** All are recorded as missed. */
  SKIP
}
