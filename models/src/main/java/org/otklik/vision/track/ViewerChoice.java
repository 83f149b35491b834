package org.otklik.vision.track;

import java.util.Set;

/**
 * Who the viewer of a recording is.
 *
 * @param viewer the tracks of the face that is taken for the viewer; empty when there is none
 * @param rival those of another face that may as well be; empty where it is clear
 * @param mayBeOne whether the rival comes where and when the viewer is not there, so that both may
 *     be one person who looks otherwise
 */
public record ViewerChoice(Set<Integer> viewer, Set<Integer> rival, boolean mayBeOne) {

  /** Where there is no doubt. */
  static ViewerChoice clear(Set<Integer> viewer) {
    return new ViewerChoice(viewer, Set.of(), false);
  }

  /** Nobody. */
  public static ViewerChoice none() {
    return clear(Set.of());
  }

  /** Whether only a person can tell. */
  public boolean isOpen() {
    return !rival.isEmpty();
  }
}
