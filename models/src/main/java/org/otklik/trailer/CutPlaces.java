package org.otklik.trailer;

import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The places of a creative at which shots may begin and end: where scenes do, and in between every
 * step, moved to the nearest pause of the sound where there is one. A shot keeps away from a
 * dissolve at its ends: it begins after it, or ends before it.
 */
final class CutPlaces {
  private final SoundPauses pauses;

  /** Of a shot that begins at the place, and of one that ends there. */
  private final int[] beginsMs;

  private final int[] endsMs;
  private final ShotEdge[] edges;

  /** By scene: the place at which it begins; one more for the creative's end. */
  private final int[] scenes;

  CutPlaces(CutBorders borders, int stepMs) {
    this.pauses = borders.pauses();
    int durationMs = borders.durationMs();
    int last = Math.max(1, Math.round(durationMs / (float) stepMs));
    beginsMs = new int[last + 1];
    endsMs = new int[last + 1];
    edges = new ShotEdge[last + 1];
    edges[0] = ShotEdge.SCENE;
    edges[last] = ShotEdge.SCENE;
    beginsMs[last] = durationMs;
    endsMs[last] = durationMs;
    for (SceneBegin begin : borders.scenes()) {
      int place = Math.round(begin.atMs() / (float) stepMs);
      if (place > 0 && place < last && edges[place] == null) {
        edges[place] = ShotEdge.SCENE;
        beginsMs[place] = Math.min(begin.aloneMs(), durationMs);
        endsMs[place] = begin.beforeMs();
      }
    }
    scenes =
        IntStream.rangeClosed(0, last).filter(place -> edges[place] == ShotEdge.SCENE).toArray();
    for (int scene = 0; scene + 1 < scenes.length; scene++) {
      fill(scenes[scene], scenes[scene + 1], stepMs);
    }
  }

  /** The places within a scene, none within a dissolve. */
  private void fill(int first, int last, int stepMs) {
    for (int place = first + 1; place < last; place++) {
      int at = place * stepMs;
      OptionalInt pause = pauses.nearest(at, stepMs / 2);
      edges[place] = pause.isPresent() ? ShotEdge.PAUSE : ShotEdge.WITHIN;
      at = Math.max(beginsMs[first], Math.min(endsMs[last], pause.orElse(at)));
      beginsMs[place] = at;
      endsMs[place] = at;
    }
  }

  int sceneCount() {
    return scenes.length - 1;
  }

  /** The place at which the scene begins; that of the creative's end for the count of scenes. */
  int sceneBegin(int scene) {
    return scenes[scene];
  }

  /** Where the scene is alone on the screen, in milliseconds; may be nothing. */
  int sceneLengthMs(int scene) {
    return Math.max(0, endsMs[scenes[scene + 1]] - beginsMs[scenes[scene]]);
  }

  /** How much of this is within the scene, its dissolves not counted. */
  int sharedMs(int scene, Shot shot) {
    int begin = Math.max(shot.beginMs(), beginsMs[scenes[scene]]);
    return Math.max(0, Math.min(shot.endMs(), endsMs[scenes[scene + 1]]) - begin);
  }

  int lengthMs(int begin, int end) {
    return endsMs[end] - beginsMs[begin];
  }

  /** From one place to another; they must have a length. */
  Shot shot(int begin, int end) {
    return new Shot(beginsMs[begin], endsMs[end]);
  }

  ShotEdge edge(int place) {
    return edges[place];
  }
}
