package org.otklik.metric;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.otklik.curve.ViewerVote;
import org.otklik.emotion.EmotionGroup;
import org.otklik.timeline.ViewerSecond;

/**
 * The viewings of one group of viewers: those of a creative, or of a segment.
 *
 * @param contacts judged, excluded ones among them
 * @param seconds by viewer, the seconds of their contacts that are not excluded, one list a contact
 */
public record ViewingSet(List<Viewing> contacts, Map<String, List<List<ViewerSecond>>> seconds) {

  public ViewingSet {
    contacts = List.copyOf(contacts);
    // Sums of fractions depend on their order in the last digit: it is that of the keys.
    seconds = Collections.unmodifiableSortedMap(new TreeMap<>(seconds));
  }

  /**
   * The same viewings of viewers whose keys begin so: another campaign's viewer of the same key is
   * another person.
   */
  public ViewingSet prefixed(String prefix) {
    Map<String, List<List<ViewerSecond>>> theirs = new TreeMap<>();
    seconds.forEach((viewer, viewings) -> theirs.put(prefix + viewer, viewings));
    return new ViewingSet(
        contacts.stream().map(contact -> contact.of(prefix + contact.viewerKey())).toList(),
        theirs);
  }

  /** The keys of viewers with a contact that counts. */
  public Set<String> viewers() {
    return counted().stream().map(Viewing::viewerKey).collect(Collectors.toSet());
  }

  /** The viewings of these viewers only. */
  ViewingSet among(Set<String> viewers) {
    Map<String, List<List<ViewerSecond>>> theirs = new TreeMap<>(seconds);
    theirs.keySet().retainAll(viewers);
    return new ViewingSet(
        contacts.stream().filter(contact -> viewers.contains(contact.viewerKey())).toList(),
        theirs);
  }

  /** The same viewings, without the seconds before the creative began or after its end. */
  ViewingSet within(int creativeSeconds) {
    Map<String, List<List<ViewerSecond>>> inTime = new TreeMap<>();
    seconds.forEach(
        (viewer, viewings) ->
            inTime.put(
                viewer,
                viewings.stream()
                    .map(
                        viewing ->
                            viewing.stream()
                                .filter(one -> one.second() >= 0 && one.second() < creativeSeconds)
                                .toList())
                    .toList()));
    return new ViewingSet(contacts, inTime);
  }

  /** Viewers with a contact that counts. */
  public int n() {
    return viewers().size();
  }

  private List<Viewing> counted() {
    return contacts.stream().filter(contact -> !contact.isExcluded()).toList();
  }

  /** By viewer, how many of their contacts were positive, negative and neutral. */
  Map<String, double[]> outcomes() {
    return byViewer(EmotionalExperienceIndex::counts);
  }

  /** By viewer, 1 for what all of their contacts left behind: engaged, critical or silent. */
  Map<String, double[]> viewerOutcomes(ResponseSettings settings) {
    return byViewer(ofOne -> EmotionalNps.row(Viewings.viewerOutcome(ofOne, settings)));
  }

  private Map<String, double[]> byViewer(Function<List<Viewing>, int[]> counts) {
    Map<String, double[]> rows = new TreeMap<>();
    EmotionalExperienceIndex.byViewer(counted())
        .forEach(
            (viewer, ofOne) ->
                rows.put(viewer, Arrays.stream(counts.apply(ofOne)).asDoubleStream().toArray()));
    return rows;
  }

  /** Mean over viewers of each one's mean valence; empty where nobody was observed. */
  public OptionalDouble meanValence() {
    return meanValences().values().stream().mapToDouble(row -> row[0]).average();
  }

  /** By viewer, the mean valence of their observed seconds, and 1. */
  Map<String, double[]> meanValences() {
    Map<String, double[]> rows = new TreeMap<>();
    seconds.forEach(
        (viewer, viewings) ->
            viewings.stream()
                .flatMap(List::stream)
                .filter(ViewerSecond::isObserved)
                .mapToDouble(ViewerSecond::valence)
                .average()
                .ifPresent(mean -> rows.put(viewer, new double[] {mean, 1})));
    return rows;
  }

  /**
   * By viewer, for each second in turn: the part of their viewings in a positive state, in a
   * negative one, and 1; nothing where they were not observed.
   */
  Map<String, double[]> states(int length) {
    Map<String, double[]> rows = new TreeMap<>();
    seconds.forEach((viewer, viewings) -> rows.put(viewer, states(viewings, length)));
    return rows;
  }

  private static double[] states(List<List<ViewerSecond>> viewings, int length) {
    double[] row = new double[3 * length];
    List<List<ViewerVote>> votes = ViewerVote.bySecond(List.of(viewings), length);
    for (int second = 0; second < length; second++) {
      for (ViewerVote vote : votes.get(second)) {
        if (vote.isObserved()) {
          row[3 * second] = vote.share(EmotionGroup.POSITIVE);
          row[3 * second + 1] = vote.share(EmotionGroup.NEGATIVE);
          row[3 * second + 2] = 1;
        }
      }
    }
    return row;
  }
}
