package org.otklik.trailer;

/**
 * Where a scene begins, and how.
 *
 * @param atMs in the creative: of a cut its first frame, of a dissolve or a fade the middle
 * @param transitionMs how long the dissolve or fade takes, half of it before {@code atMs}; 0 of a
 *     cut
 */
public record SceneBegin(int atMs, int transitionMs) {
  public SceneBegin {
    if (atMs < 0 || transitionMs < 0) {
      throw new IllegalArgumentException("No begin: " + atMs + " by " + transitionMs);
    }
  }

  /** The last moment at which the scene before is seen alone. */
  int beforeMs() {
    return Math.max(0, atMs - transitionMs / 2);
  }

  /** The first moment at which the scene is seen alone. */
  int aloneMs() {
    return atMs + transitionMs / 2;
  }
}
