package org.otklik.media.encoder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The colours of a GIF: 255 that stand for all colours of its frames (median cut, Heckbert 1982),
 * found by five bits of each component.
 */
final class GifPalette {
  static final int SIZE = 255;

  private static final int BITS = 5;
  private static final int LEVELS = 1 << BITS;
  private static final int MASK = LEVELS - 1;

  /** red, green, blue of each, 0..255. */
  private final int[][] colours;

  private final short[] nearest = new short[1 << 3 * BITS];

  private GifPalette(int[][] colours) {
    this.colours = colours;
    Arrays.fill(nearest, (short) -1);
  }

  /**
   * @param frames packed BGR
   */
  static GifPalette of(List<byte[]> frames) {
    int[] counts = new int[1 << 3 * BITS];
    for (byte[] frame : frames) {
      for (int at = 0; at < frame.length; at += 3) {
        counts[key(frame[at + 2] & 0xff, frame[at + 1] & 0xff, frame[at] & 0xff)]++;
      }
    }
    List<Box> boxes = new ArrayList<>(List.of(Box.of(counts)));
    while (boxes.size() < SIZE) {
      Box largest =
          boxes.stream()
              .filter(Box::canBeCut)
              .max(Comparator.comparingDouble(Box::weight))
              .orElse(null);
      if (largest == null) {
        break;
      }
      boxes.remove(largest);
      boxes.addAll(largest.halves(counts));
    }
    return new GifPalette(boxes.stream().map(box -> box.mean(counts)).toArray(int[][]::new));
  }

  private static int key(int red, int green, int blue) {
    int shift = 8 - BITS;
    return red >> shift << 2 * BITS | green >> shift << BITS | blue >> shift;
  }

  /** Component 0 is red, 1 green, 2 blue. */
  private static int level(int key, int component) {
    return key >> (2 - component) * BITS & MASK;
  }

  /** Of the 256 that a GIF has, one component; what is no colour of ours is black. */
  byte[] components(int component) {
    byte[] all = new byte[SIZE + 1];
    for (int i = 0; i < colours.length; i++) {
      all[i] = (byte) colours[i][component];
    }
    return all;
  }

  int nearest(int red, int green, int blue) {
    int key = key(red, green, blue);
    if (nearest[key] < 0) {
      nearest[key] = (short) found(red, green, blue);
    }
    return nearest[key];
  }

  private int found(int red, int green, int blue) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < colours.length; i++) {
      int r = red - colours[i][0];
      int g = green - colours[i][1];
      int b = blue - colours[i][2];
      int distance = 2 * r * r + 4 * g * g + b * b; // the eye knows green best
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }

  /** Colours that one will stand for, by their keys. */
  private record Box(int[] keys, long count, int widest, int range) {
    static Box of(int[] counts) {
      int[] keys = new int[counts.length];
      int used = 0;
      for (int key = 0; key < counts.length; key++) {
        if (counts[key] > 0) {
          keys[used++] = key;
        }
      }
      return of(Arrays.copyOf(keys, used), counts);
    }

    static Box of(int[] keys, int[] counts) {
      long count = 0;
      int[] min = {LEVELS, LEVELS, LEVELS};
      int[] max = {-1, -1, -1};
      for (int key : keys) {
        count += counts[key];
        for (int component = 0; component < 3; component++) {
          min[component] = Math.min(min[component], level(key, component));
          max[component] = Math.max(max[component], level(key, component));
        }
      }
      int widest = 0;
      for (int component = 1; component < 3; component++) {
        if (max[component] - min[component] > max[widest] - min[widest]) {
          widest = component;
        }
      }
      return new Box(keys, count, widest, max[widest] - min[widest]);
    }

    boolean canBeCut() {
      return keys.length > 1;
    }

    /** Large and colourful ones are cut first; small ones are not forgotten. */
    double weight() {
      return range * Math.sqrt(count);
    }

    List<Box> halves(int[] counts) {
      int[] sorted =
          Arrays.stream(keys)
              .boxed()
              .sorted(Comparator.comparingInt(key -> level(key, widest)))
              .mapToInt(Integer::intValue)
              .toArray();
      long seen = 0;
      int cut = 0;
      while (cut < sorted.length - 1 && (cut == 0 || seen < count / 2)) {
        seen += counts[sorted[cut++]];
      }
      return List.of(
          of(Arrays.copyOfRange(sorted, 0, cut), counts),
          of(Arrays.copyOfRange(sorted, cut, sorted.length), counts));
    }

    int[] mean(int[] counts) {
      double[] sums = new double[3];
      for (int key : keys) {
        for (int component = 0; component < 3; component++) {
          sums[component] += (double) counts[key] * level(key, component);
        }
      }
      int[] mean = new int[3];
      for (int component = 0; component < 3; component++) {
        mean[component] = (int) Math.round(255 * sums[component] / count / MASK);
      }
      return mean;
    }
  }
}
