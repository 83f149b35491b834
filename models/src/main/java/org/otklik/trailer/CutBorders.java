package org.otklik.trailer;

import java.util.List;

/**
 * Where a creative may be cut well.
 *
 * @param scenes how they begin, ascending
 * @param durationMs of the creative
 * @param pauses of its sound
 */
public record CutBorders(List<SceneBegin> scenes, int durationMs, SoundPauses pauses) {
  public CutBorders {
    scenes = List.copyOf(scenes);
  }

  /** What a shot that begins or ends at this time of the creative begins or ends at. */
  public ShotEdge edge(int ms) {
    boolean isBorder =
        ms == 0
            || ms == durationMs
            || scenes.stream().anyMatch(begin -> ms == begin.beforeMs() || ms == begin.aloneMs());
    return isBorder ? ShotEdge.SCENE : pauses.contains(ms) ? ShotEdge.PAUSE : ShotEdge.WITHIN;
  }
}
