package org.otklik.vision.track;

import java.util.Set;

/**
 * Who the viewer of a recording is.
 *
 * @param viewer the tracks of the face that is taken for the viewer; empty when there is none
 * @param rival those of another face that may as well be; empty where it is clear
 */
public record ViewerChoice(Set<Integer> viewer, Set<Integer> rival) {

  /** Whether only a person can tell. */
  public boolean isOpen() {
    return !rival.isEmpty();
  }
}
