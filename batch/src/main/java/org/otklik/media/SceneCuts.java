package org.otklik.media;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Tells scenes apart by pictures of ten a second. A scene begins where the pictures on both sides
 * differ, near and a little farther off: a flash differs from what is before and after it, but
 * these are alike.
 */
final class SceneCuts {

  /**
   * Part of the pixels, from which on two pictures are of different scenes. People and animals that
   * move stay under 0.2 in the recordings that were looked at, a dissolve to the same hills in rain
   * reaches 0.39, other pictures 0.7 and more.
   */
  private static final double MIN_DISTANCE = 0.3;

  /** Between one picture and the next: where nothing changes, none begins. */
  private static final double MIN_STEP = 0.08;

  private static final int NEAR = 2;
  private static final int FAR = 4;

  /** Shorter scenes cannot be told from flashes: half a second. */
  private static final int MIN_FRAMES = 5;

  private final List<ColourLayout> pictures;

  private SceneCuts(List<ColourLayout> pictures) {
    this.pictures = pictures;
  }

  /**
   * @return indices of the pictures that scenes begin with, ascending; without the first scene's
   */
  static List<Integer> of(List<ColourLayout> pictures) {
    return new SceneCuts(pictures).cuts();
  }

  private List<Integer> cuts() {
    List<Integer> likeliestFirst =
        IntStream.range(MIN_FRAMES, pictures.size() - MIN_FRAMES + 1)
            .filter(at -> change(at) >= MIN_DISTANCE && step(at) >= MIN_STEP)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer at) -> -change(at) - step(at)))
            .toList();
    TreeSet<Integer> cuts = new TreeSet<>();
    for (int at : likeliestFirst) {
      if (cuts.subSet(at - MIN_FRAMES + 1, at + MIN_FRAMES).isEmpty()) {
        cuts.add(at);
      }
    }
    return new ArrayList<>(cuts);
  }

  /** Between the pictures before this one and those from it on. */
  private double change(int at) {
    return Math.min(distance(at - 1 - NEAR, at + NEAR), distance(at - 1 - FAR, at + FAR));
  }

  private double step(int at) {
    return distance(at - 1, at);
  }

  private double distance(int one, int other) {
    return pictures.get(one).distance(pictures.get(other));
  }
}
