package org.otklik.schedule;

/** Why a schedule was run. */
public enum RunCause {
  TIMER,
  /** Somebody asked for it. */
  BY_HAND
}
