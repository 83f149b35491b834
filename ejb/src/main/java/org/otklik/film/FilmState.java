package org.otklik.film;

/** Whether browsers can play a film. */
public enum FilmState {
  /** A copy for browsers is being made. */
  PREPARING,
  READY,
  /** No copy can be made. */
  NONE
}
