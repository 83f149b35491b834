package org.otklik.trailer;

/** Where a shot begins or ends. */
public enum ShotEdge {
  /** Where a scene does, or the creative. */
  SCENE,
  /** Within a scene, where its sound pauses. */
  PAUSE,
  /** Within a scene, where its sound goes on, or where nothing is known of it. */
  WITHIN
}
