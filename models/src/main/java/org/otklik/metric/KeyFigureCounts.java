package org.otklik.metric;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.otklik.curve.BaseSize;
import org.otklik.curve.ViewerVote;
import org.otklik.emotion.EmotionGroup;
import org.otklik.timeline.ViewerSecond;

/**
 * What the headlines of a group of viewers are made of, as a row for each viewer: of each second
 * the viewer's {@linkplain ViewerVote vote} (positive, observed, surprised), of the last two
 * seconds of the creative the same, and how many of all of the viewer's seconds were what.
 * Headlines are functions of the rows' sums, so that resamples of viewers give theirs, too.
 *
 * @param seconds the group's own creative has; 0 where its viewings are of several
 * @param width seconds that rows have room for, the same in both groups
 */
record KeyFigureCounts(int seconds, int width) {

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

  Map<String, double[]> of(ViewingSet group) {
    Map<String, double[]> rows = new TreeMap<>();
    group.seconds().forEach((viewer, viewings) -> rows.put(viewer, row(viewings)));
    return rows;
  }

  /** The rows of all viewers added up. */
  double[] sums(Collection<List<List<ViewerSecond>>> viewers) {
    double[] sums = new double[BY_SECOND * width + SUMS];
    for (List<List<ViewerSecond>> viewings : viewers) {
      double[] row = row(viewings);
      for (int i = 0; i < sums.length; i++) {
        sums[i] += row[i];
      }
    }
    return sums;
  }

  private double[] row(List<List<ViewerSecond>> viewings) {
    double[] row = new double[BY_SECOND * width + SUMS];
    viewings.stream().flatMap(List::stream).filter(this::isInTime).forEach(one -> add(one, row));
    List<List<ViewerVote>> votes = ViewerVote.bySecond(List.of(viewings), seconds);
    for (int second = 0; second < seconds; second++) {
      for (ViewerVote vote : votes.get(second)) {
        if (vote.isObserved()) {
          add(second, vote, row);
        }
      }
    }
    return row;
  }

  /** Where the group's viewings are of several creatives, all seconds that are given count. */
  private boolean isInTime(ViewerSecond one) {
    return seconds == 0 || one.second() >= 0 && one.second() < seconds;
  }

  private static void add(ViewerSecond one, double[] row) {
    int sums = row.length - SUMS;
    row[sums + RECORDED]++;
    row[sums + ATTENTIVE] += one.isAttentive() ? 1 : 0;
    if (one.isObserved()) {
      row[sums + OBSERVED]++;
      row[sums + EXPRESSIVE] += one.state() == EmotionGroup.NEUTRAL ? 0 : 1;
    }
  }

  private void add(int second, ViewerVote vote, double[] row) {
    int sums = row.length - SUMS;
    double positive = vote.share(EmotionGroup.POSITIVE);
    int at = BY_SECOND * second;
    row[at] = positive;
    row[at + 1] = 1;
    row[at + 2] = vote.surprised();
    if (second == seconds - 1) {
      row[sums + END_POSITIVE] = positive;
      row[sums + END_OBSERVED] = 1;
    } else if (second == seconds - 2) {
      row[sums + BEFORE_POSITIVE] = positive;
      row[sums + BEFORE_OBSERVED] = 1;
    }
  }

  static double attraction(double[] sums) {
    return largest(sums, 2, KeyFigures.ATTRACTION_SECONDS);
  }

  static double peak(double[] sums) {
    return largest(sums, 0, Integer.MAX_VALUE);
  }

  /** The largest share of those observed in a second whose base is large enough. */
  private static double largest(double[] sums, int which, int seconds) {
    int minBase = minBase(sums);
    int width = Math.min(seconds, (sums.length - SUMS) / BY_SECOND);
    double largest = Double.NaN;
    for (int i = 0; i < width; i++) {
      double observed = sums[BY_SECOND * i + 1];
      if (observed >= minBase) {
        double share = sums[BY_SECOND * i + which] / observed;
        largest = Double.isNaN(largest) ? share : Math.max(largest, share);
      }
    }
    return largest;
  }

  private static int minBase(double[] sums) {
    double largest = 0;
    for (int i = 0; i < (sums.length - SUMS) / BY_SECOND; i++) {
      largest = Math.max(largest, sums[BY_SECOND * i + 1]);
    }
    return BaseSize.minimum((int) largest);
  }

  static double end(double[] sums) {
    int minBase = minBase(sums);
    if (sum(sums, END_OBSERVED) >= minBase) {
      return sum(sums, END_POSITIVE) / sum(sums, END_OBSERVED);
    }
    return sum(sums, BEFORE_OBSERVED) >= minBase
        ? sum(sums, BEFORE_POSITIVE) / sum(sums, BEFORE_OBSERVED)
        : Double.NaN;
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
