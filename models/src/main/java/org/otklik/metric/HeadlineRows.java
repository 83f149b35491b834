package org.otklik.metric;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.otklik.emotion.EmotionGroup;
import org.otklik.timeline.ViewerSecond;

/**
 * What the headlines of a group of viewers are made of, as a row of counts for each viewer: of each
 * second those in a positive state and those observed, of the first seconds those surprised, of the
 * last two of the creative the same as of each, and sums over all.
 *
 * @param seconds the group's own creative has; 0 where its viewings are of several
 * @param width seconds that rows have room for, the same in both groups
 */
record HeadlineRows(int seconds, int width) {

  /** Behind the counts by second. */
  private static final int END_POSITIVE = 0;

  private static final int END_OBSERVED = 1;
  private static final int BEFORE_POSITIVE = 2;
  private static final int BEFORE_OBSERVED = 3;
  private static final int EXPRESSIVE = 4;
  private static final int OBSERVED = 5;
  private static final int ATTENTIVE = 6;
  private static final int RECORDED = 7;
  private static final int SUMS = 8;

  private static final int BY_SECOND = 3;

  Map<String, double[]> of(GroupOfViewings group) {
    Map<String, double[]> rows = new TreeMap<>();
    group.seconds().forEach((viewer, viewings) -> rows.put(viewer, row(viewings)));
    return rows;
  }

  private double[] row(List<List<ViewerSecond>> viewings) {
    double[] row = new double[BY_SECOND * width + SUMS];
    viewings.forEach(viewing -> viewing.forEach(second -> count(second, row)));
    return row;
  }

  private void count(ViewerSecond second, double[] row) {
    int sums = BY_SECOND * width;
    row[sums + RECORDED]++;
    row[sums + ATTENTIVE] += second.isAttentive() ? 1 : 0;
    if (!second.isObserved()) {
      return;
    }
    row[sums + OBSERVED]++;
    row[sums + EXPRESSIVE] += second.state() == EmotionGroup.NEUTRAL ? 0 : 1;
    if (second.second() < seconds) {
      countInTime(second, row);
    }
  }

  private void countInTime(ViewerSecond second, double[] row) {
    int sums = BY_SECOND * width;
    int positive = second.state() == EmotionGroup.POSITIVE ? 1 : 0;
    int at = BY_SECOND * second.second();
    row[at] += positive;
    row[at + 1]++;
    row[at + 2] += second.isSurprised() ? 1 : 0;
    if (second.second() == seconds - 1) {
      row[sums + END_POSITIVE] += positive;
      row[sums + END_OBSERVED]++;
    } else if (second.second() == seconds - 2) {
      row[sums + BEFORE_POSITIVE] += positive;
      row[sums + BEFORE_OBSERVED]++;
    }
  }

  static double attraction(double[] sums) {
    return largest(sums, 2, Headlines.ATTRACTION_SECONDS);
  }

  static double peak(double[] sums) {
    return largest(sums, 0, Integer.MAX_VALUE);
  }

  /** The largest share of those observed in a second. */
  private static double largest(double[] sums, int which, int seconds) {
    int width = Math.min(seconds, (sums.length - SUMS) / BY_SECOND);
    double largest = Double.NaN;
    for (int i = 0; i < width; i++) {
      double observed = sums[BY_SECOND * i + 1];
      if (observed > 0) {
        double share = sums[BY_SECOND * i + which] / observed;
        largest = Double.isNaN(largest) ? share : Math.max(largest, share);
      }
    }
    return largest;
  }

  static double end(double[] sums) {
    return sum(sums, END_OBSERVED) > 0
        ? sum(sums, END_POSITIVE) / sum(sums, END_OBSERVED)
        : sum(sums, BEFORE_POSITIVE) / sum(sums, BEFORE_OBSERVED);
  }

  static double impact(double[] sums) {
    return (peak(sums) + end(sums)) / 2;
  }

  static double expressiveness(double[] sums) {
    return sum(sums, EXPRESSIVE) / sum(sums, OBSERVED);
  }

  static double attention(double[] sums) {
    return sum(sums, ATTENTIVE) / sum(sums, RECORDED);
  }

  private static double sum(double[] sums, int which) {
    return sums[sums.length - SUMS + which];
  }
}
