package org.otklik.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.otklik.statistics.Difference;
import org.otklik.statistics.FalseDiscovery;
import org.otklik.statistics.GroupComparison;

/**
 * Two creatives, or two segments, side by side. Every difference is the first's figure minus the
 * second's, with a 95% confidence interval by bootstrap and a probability by permutation, both over
 * viewers.
 *
 * @param index of the emotional experience index (EEI), in its points
 * @param emotionalNps of EmoNPS with the given K, in its points
 * @param meanValence of the mean over viewers of each one's mean valence over their observed
 *     seconds
 * @param headlines of the headlines, as shares; without those that one of the groups has not, such
 *     as a peak where its viewings are of several creatives
 * @param seconds of each second's EEI, for as long as both last
 */
public record Comparison(
    Difference index,
    Difference emotionalNps,
    Difference meanValence,
    Map<ComparedKeyFigure, Difference> headlines,
    List<SecondDifference> seconds) {

  /**
   * One second's difference.
   *
   * @param second from 0
   * @param difference of the second's EEI
   * @param corrected its probability, {@linkplain FalseDiscovery corrected} for all seconds
   *     compared
   */
  public record SecondDifference(int second, Difference difference, double corrected) {

    /** Nothing else may be called different. */
    public boolean isDifferent() {
      return corrected <= FalseDiscovery.RATE;
    }
  }

  /**
   * Compares two groups.
   *
   * @param firstSeconds length of the creative that the first group saw; 0 where its viewings are
   *     of several, and so have no common time
   * @param secondSeconds the same of the second group
   * @param k of EmoNPS
   * @return empty when no viewer of one of the groups counts
   */
  public static Optional<Comparison> of(
      ViewingSet first,
      ViewingSet second,
      int firstSeconds,
      int secondSeconds,
      double k,
      ResponseSettings settings) {
    if (first.n() == 0 || second.n() == 0) {
      return Optional.empty();
    }
    int length = Math.min(firstSeconds, secondSeconds);
    int width = length == 0 ? 0 : Math.max(firstSeconds, secondSeconds);
    return Optional.of(
        new Comparison(
            new GroupComparison(first.outcomes(), second.outcomes())
                .difference(EmotionalExperienceIndex::index),
            new GroupComparison(first.viewerOutcomes(settings), second.viewerOutcomes(settings))
                .difference(outcomes -> EmotionalNps.score(outcomes, k)),
            new GroupComparison(first.meanValences(), second.meanValences())
                .difference(sums -> sums[0] / sums[1]),
            headlines(
                new KeyFigureCounts(Math.min(firstSeconds, width), width).of(first),
                new KeyFigureCounts(Math.min(secondSeconds, width), width).of(second)),
            seconds(first.states(length), second.states(length), length)));
  }

  private static Map<ComparedKeyFigure, Difference> headlines(
      Map<String, double[]> first, Map<String, double[]> second) {
    ComparedKeyFigure[] all = ComparedKeyFigure.values();
    List<Difference> differences =
        new GroupComparison(first, second)
            .differences(Arrays.stream(all).map(ComparedKeyFigure::figure).toList());
    Map<ComparedKeyFigure, Difference> told = new EnumMap<>(ComparedKeyFigure.class);
    for (ComparedKeyFigure headline : all) {
      Difference difference = differences.get(headline.ordinal());
      if (!Double.isNaN(difference.value())) {
        told.put(headline, difference);
      }
    }
    return told;
  }

  private static List<SecondDifference> seconds(
      Map<String, double[]> first, Map<String, double[]> second, int length) {
    List<ToDoubleFunction<double[]>> figures = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      int at = 3 * i;
      figures.add(sums -> 100 * (sums[at] - sums[at + 1]) / sums[at + 2]);
    }
    List<Difference> all = new GroupComparison(first, second).differences(figures);
    // A second in which one of the groups was not observed is no hypothesis.
    List<Integer> observed = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      if (!Double.isNaN(all.get(i).value())) {
        observed.add(i);
      }
    }
    double[] corrected =
        FalseDiscovery.corrected(observed.stream().mapToDouble(i -> all.get(i).p()).toArray());
    List<SecondDifference> differences = new ArrayList<>();
    for (int i = 0; i < corrected.length; i++) {
      int at = observed.get(i);
      differences.add(new SecondDifference(at, all.get(at), corrected[i]));
    }
    return differences;
  }
}
