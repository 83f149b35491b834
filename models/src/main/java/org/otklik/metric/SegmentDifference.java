package org.otklik.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.otklik.statistics.Difference;
import org.otklik.statistics.FalseDiscovery;
import org.otklik.statistics.GroupComparison;

/**
 * How two groups differ among those of their viewers who share an attribute.
 *
 * @param firstN such viewers of the first group with a contact that counts, at least one
 * @param secondN the same of the second group
 * @param figures null where one of the groups has too few of them to be shown
 */
public record SegmentDifference(
    String attribute, String value, int firstN, int secondN, Figures figures) {

  /**
   * @param first index of the first group's viewers
   * @param second index of the second group's
   * @param difference of the index (EEI), in its points
   * @param corrected its probability, {@linkplain FalseDiscovery corrected} for all segments shown
   */
  public record Figures(double first, double second, Difference difference, double corrected) {

    /** Nothing else may be called different. */
    public boolean isDifferent() {
      return corrected <= FalseDiscovery.RATE;
    }
  }

  /**
   * By attribute and value. A segment that only one of the groups has, or that is the whole of
   * both, is left out: it tells nothing more than the groups themselves.
   *
   * @param attributes of each viewer
   * @param least fewest viewers who may be shown together
   */
  public static List<SegmentDifference> of(
      ViewingSet first, ViewingSet second, Map<String, Map<String, String>> attributes, int least) {
    List<SegmentDifference> all = new ArrayList<>();
    viewers(attributes)
        .forEach(
            (attribute, values) ->
                values.forEach(
                    (value, viewers) -> {
                      ViewingSet ofFirst = first.among(viewers);
                      ViewingSet ofSecond = second.among(viewers);
                      boolean inBoth = ofFirst.n() > 0 && ofSecond.n() > 0;
                      if (inBoth && (ofFirst.n() < first.n() || ofSecond.n() < second.n())) {
                        all.add(of(attribute, value, ofFirst, ofSecond, least));
                      }
                    }));
    return corrected(all);
  }

  private static SortedMap<String, SortedMap<String, Set<String>>> viewers(
      Map<String, Map<String, String>> attributes) {
    SortedMap<String, SortedMap<String, Set<String>>> viewers = new TreeMap<>();
    attributes.forEach(
        (viewer, ofViewer) ->
            ofViewer.forEach(
                (attribute, value) ->
                    viewers
                        .computeIfAbsent(attribute, any -> new TreeMap<>())
                        .computeIfAbsent(value, any -> new TreeSet<>())
                        .add(viewer)));
    return viewers;
  }

  private static SegmentDifference of(
      String attribute, String value, ViewingSet first, ViewingSet second, int least) {
    boolean shown = first.n() >= least && second.n() >= least;
    return new SegmentDifference(
        attribute, value, first.n(), second.n(), shown ? figures(first, second) : null);
  }

  private static Figures figures(ViewingSet first, ViewingSet second) {
    Difference difference =
        new GroupComparison(first.outcomes(), second.outcomes())
            .difference(EmotionalExperienceIndex::index);
    return new Figures(
        EmotionalExperienceIndex.of(first.contacts()).orElseThrow().value(),
        EmotionalExperienceIndex.of(second.contacts()).orElseThrow().value(),
        difference,
        difference.p());
  }

  private static List<SegmentDifference> corrected(List<SegmentDifference> all) {
    double[] corrected =
        FalseDiscovery.corrected(
            all.stream()
                .filter(one -> one.figures != null)
                .mapToDouble(one -> one.figures.difference.p())
                .toArray());
    List<SegmentDifference> told = new ArrayList<>();
    int shown = 0;
    for (SegmentDifference one : all) {
      told.add(one.figures == null ? one : one.corrected(corrected[shown++]));
    }
    return told;
  }

  private SegmentDifference corrected(double probability) {
    Figures told = new Figures(figures.first, figures.second, figures.difference, probability);
    return new SegmentDifference(attribute, value, firstN, secondN, told);
  }
}
