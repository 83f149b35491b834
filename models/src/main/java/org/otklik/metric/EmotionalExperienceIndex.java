package org.otklik.metric;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.otklik.statistics.AdjustedWaldInterval;
import org.otklik.statistics.ViewerBootstrap;

/**
 * EEI, the emotional experience index: the percentage of contacts with a positive trace minus the
 * percentage with a negative one. The unit of count is the contact; excluded contacts are in no
 * denominator. The 95% confidence interval is by {@linkplain ViewerBootstrap bootstrap over
 * viewers}; of few viewers, or where all respond alike, {@linkplain AdjustedWaldInterval adjusted}.
 */
public final class EmotionalExperienceIndex {

  private static final int POSITIVE = 0;
  private static final int NEGATIVE = 1;
  private static final int NEUTRAL = 2;

  private EmotionalExperienceIndex() {}

  /**
   * The index; empty when no contact counts. With a single viewer the interval is the whole range,
   * since one viewer says nothing of how viewers differ.
   */
  public static Optional<IndexInterval> of(List<Viewing> contacts) {
    List<Viewing> counted = contacts.stream().filter(c -> !c.isExcluded()).toList();
    if (counted.isEmpty()) {
      return Optional.empty();
    }
    int[][] perViewer =
        byViewer(counted).values().stream()
            .map(EmotionalExperienceIndex::counts)
            .toArray(int[][]::new);
    int[] all = counts(counted);
    double low = -100;
    double high = 100;
    double[] scores =
        Arrays.stream(perViewer).mapToDouble(EmotionalExperienceIndex::score).toArray();
    double value = index(new double[] {all[POSITIVE], all[NEGATIVE], all[NEUTRAL]});
    if (perViewer.length > 1 && AdjustedWaldInterval.isNeeded(scores)) {
      AdjustedWaldInterval interval = AdjustedWaldInterval.of(scores, -100, 0, 100);
      // A viewer with several contacts counts once here, and with each of them in the value.
      low = Math.min(value, interval.low());
      high = Math.max(value, interval.high());
    } else if (perViewer.length > 1) {
      ViewerBootstrap bootstrap = new ViewerBootstrap(perViewer);
      low = bootstrap.low(EmotionalExperienceIndex::index);
      high = bootstrap.high(EmotionalExperienceIndex::index);
    }
    return Optional.of(
        new IndexInterval(
            value,
            low,
            high,
            counted.size(),
            all[POSITIVE],
            all[NEGATIVE],
            all[NEUTRAL],
            contacts.size() - counted.size()));
  }

  /** Sorted by key, so that the order in which contacts come changes nothing. */
  public static Map<String, List<Viewing>> byViewer(Collection<Viewing> contacts) {
    return contacts.stream()
        .collect(Collectors.groupingBy(Viewing::viewerKey, TreeMap::new, Collectors.toList()));
  }

  /** Positive, negative and neutral ones, of contacts that count. */
  static int[] counts(Collection<Viewing> contacts) {
    int[] counts = new int[3];
    for (Viewing contact : contacts) {
      switch (contact.outcome()) {
        case POSITIVE -> counts[POSITIVE]++;
        case NEGATIVE -> counts[NEGATIVE]++;
        case NEUTRAL -> counts[NEUTRAL]++;
        case EXCLUDED -> throw new IllegalArgumentException("An excluded contact is not counted");
      }
    }
    return counts;
  }

  private static double score(int[] counts) {
    return index(new double[] {counts[POSITIVE], counts[NEGATIVE], counts[NEUTRAL]});
  }

  static double index(double[] counts) {
    double n = counts[POSITIVE] + counts[NEGATIVE] + counts[NEUTRAL];
    return 100 * (counts[POSITIVE] - counts[NEGATIVE]) / n;
  }
}
