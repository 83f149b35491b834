package org.otklik.media.scene;

/**
 * Where one scene follows another.
 *
 * @param atMs media time in milliseconds: of a cut that of the new scene's first frame, of a
 *     dissolve or a fade its middle
 * @param transitionMs how long both scenes, or what is between them, are on the screen, half of it
 *     before {@code atMs}; 0 for a cut
 */
public record SceneBorder(int atMs, int transitionMs) {
  /** The last moment of the old scene alone. */
  int beginMs() {
    return atMs - transitionMs / 2;
  }

  /** The first moment of the new scene alone. */
  int endMs() {
    return atMs + transitionMs / 2;
  }

  /** Whether both are about the same change of the picture. */
  boolean touches(SceneBorder other, int marginMs) {
    return beginMs() - marginMs < other.endMs() && other.beginMs() - marginMs < endMs();
  }
}
