package org.otklik.trailer;

import java.util.List;

/**
 * What a trailer is to be like.
 *
 * @param lengthMs wanted
 * @param maxShots at most so many
 * @param minShotMs of a shot
 * @param maxShotMs of a shot
 * @param oneShotPerScene whether a scene gives at most one shot
 * @param maxPerSceneMs at most so much of a scene is shown, locked shots included; {@link
 *     Integer#MAX_VALUE} for any amount
 * @param isRising whether the strongest shot comes last; else shots keep the creative's order
 * @param excluded stretches of which nothing is shown, such as the end
 * @param locked shots that are in it whatever they score
 */
public record CutSettings(
    int lengthMs,
    int maxShots,
    int minShotMs,
    int maxShotMs,
    boolean oneShotPerScene,
    int maxPerSceneMs,
    boolean isRising,
    List<Shot> excluded,
    List<Shot> locked) {
  public CutSettings {
    excluded = List.copyOf(excluded);
    locked = List.copyOf(locked);
    if (lengthMs < 1
        || maxShots < 1
        || minShotMs < 1
        || maxShotMs < minShotMs
        || maxPerSceneMs < 1) {
      throw new IllegalArgumentException("No such cut");
    }
  }
}
