package org.otklik.metric;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.otklik.statistics.ViewerIntervals;

/**
 * EEI, the emotional experience index: the percentage of contacts with a positive trace minus the
 * percentage with a negative one. The unit of count is the contact; excluded contacts are in no
 * denominator. The 95% confidence interval is by {@link ViewerIntervals}.
 */
public final class EmotionalExperienceIndex {

  private static final int POSITIVE = 0;
  private static final int NEGATIVE = 1;
  private static final int NEUTRAL = 2;

  private EmotionalExperienceIndex() {}

  /** The index; empty when no contact counts. */
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
    ViewerIntervals.Interval interval =
        new ViewerIntervals(perViewer).of(EmotionalExperienceIndex::index, -100, 0, 100);
    return Optional.of(
        new IndexInterval(
            index(new double[] {all[POSITIVE], all[NEGATIVE], all[NEUTRAL]}),
            interval.low(),
            interval.high(),
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

  static double index(double[] counts) {
    double n = counts[POSITIVE] + counts[NEGATIVE] + counts[NEUTRAL];
    return 100 * (counts[POSITIVE] - counts[NEGATIVE]) / n;
  }
}
