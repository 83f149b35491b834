package org.otklik.trailer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.IntBinaryOperator;

/**
 * The best shots within one scene, by how many they are and how long together: the highest sum by
 * place, number of shots and length so far, and the shot that gave it.
 */
final class SceneTable {
  private static final float NONE = Float.NEGATIVE_INFINITY;

  private final int firstPlace;
  private final int maxMs;
  private final int shots;
  private final int lengths;
  private final float[][] sums;

  /** The shot that ends at this place, in places; 0 where the place before has the same sum. */
  private final short[][] taken;

  /** How long the shots are together, exactly; null where any length may be. */
  private final int[][] usedMs;

  /**
   * @param firstPlace of the scene
   * @param lastPlace of the scene
   * @param shots at most
   * @param lengths at most, in units
   * @param maxMs at most, together
   */
  SceneTable(int firstPlace, int lastPlace, int shots, int lengths, int maxMs) {
    this.firstPlace = firstPlace;
    this.maxMs = maxMs;
    this.shots = shots;
    this.lengths = lengths;
    int places = lastPlace - firstPlace + 1;
    sums = new float[places][];
    taken = new short[places][];
    usedMs = maxMs == Integer.MAX_VALUE ? null : new int[places][];
    sums[0] = new float[cells()];
    taken[0] = new short[cells()];
    Arrays.fill(sums[0], NONE);
    sums[0][0] = 0;
    if (usedMs != null) {
      usedMs[0] = new int[cells()];
    }
  }

  private int cells() {
    return (shots + 1) * (lengths + 1);
  }

  private int cell(int shot, int length) {
    return shot * (lengths + 1) + length;
  }

  int shots() {
    return shots;
  }

  int lengths() {
    return lengths;
  }

  /** Nothing that ends at this place is better than something that does. */
  void keep(int place) {
    int at = place - firstPlace;
    sums[at] = sums[at - 1].clone();
    taken[at] = new short[cells()];
    if (usedMs != null) {
      usedMs[at] = usedMs[at - 1].clone();
    }
  }

  /** A shot from one place to another. */
  void offer(int begin, int end, int lengthMs, int units, float value) {
    int from = begin - firstPlace;
    int to = end - firstPlace;
    for (int shot = 1; shot <= shots; shot++) {
      for (int length = units; length <= lengths; length++) {
        int before = cell(shot - 1, length - units);
        int cell = cell(shot, length);
        float sum = sums[from][before] + value;
        if (sum > sums[to][cell] && fits(from, before, lengthMs)) {
          sums[to][cell] = sum;
          taken[to][cell] = (short) (end - begin);
          if (usedMs != null) {
            usedMs[to][cell] = usedMs[from][before] + lengthMs;
          }
        }
      }
    }
  }

  private boolean fits(int place, int cell, int lengthMs) {
    return usedMs == null || usedMs[place][cell] + lengthMs <= maxMs;
  }

  /** The highest sum of so many shots of this length; negative infinity where there are none. */
  float best(int shot, int length) {
    return sums[sums.length - 1][cell(shot, length)];
  }

  /**
   * The shots that {@link #best} is of, as pairs of places.
   *
   * @param units of a shot, by its places
   */
  List<int[]> wayTo(int shot, int length, IntBinaryOperator units) {
    List<int[]> way = new ArrayList<>();
    int place = sums.length - 1;
    int left = shot;
    int lengthLeft = length;
    while (left > 0) {
      int taking = taken[place][cell(left, lengthLeft)];
      if (taking == 0) {
        place--;
        continue;
      }
      int begin = place - taking;
      way.add(new int[] {firstPlace + begin, firstPlace + place});
      lengthLeft -= units.applyAsInt(firstPlace + begin, firstPlace + place);
      left--;
      place = begin;
    }
    Collections.reverse(way);
    return way;
  }
}
