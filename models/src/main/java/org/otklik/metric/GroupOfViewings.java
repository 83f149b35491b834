package org.otklik.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.otklik.timeline.ViewerSecond;

/**
 * The viewings of one group of viewers: those of a creative, or of a segment.
 *
 * @param contacts judged, excluded ones among them
 * @param seconds by viewer, the seconds of their contacts that are not excluded, one list a contact
 */
public record GroupOfViewings(
    List<Contact> contacts, Map<String, List<List<ViewerSecond>>> seconds) {

  public GroupOfViewings {
    contacts = List.copyOf(contacts);
    seconds = Map.copyOf(seconds);
  }

  /** The viewings of these viewers only. */
  GroupOfViewings among(Set<String> viewers) {
    Map<String, List<List<ViewerSecond>>> theirs = new TreeMap<>(seconds);
    theirs.keySet().retainAll(viewers);
    return new GroupOfViewings(
        contacts.stream().filter(contact -> viewers.contains(contact.viewerKey())).toList(),
        theirs);
  }

  /** Viewers with a contact that counts. */
  public int n() {
    return (int) counted().stream().map(Contact::viewerKey).distinct().count();
  }

  private List<Contact> counted() {
    return contacts.stream().filter(contact -> !contact.isExcluded()).toList();
  }

  /** By viewer, how many of their contacts were positive, negative and neutral. */
  Map<String, double[]> outcomes() {
    return byViewer(EmotionalExperienceIndex::counts);
  }

  /** By viewer, 1 for what all of their contacts left behind: engaged, critical or silent. */
  Map<String, double[]> viewerOutcomes(TraceSettings settings) {
    return byViewer(ofOne -> EmotionalNps.row(Contacts.viewerOutcome(ofOne, settings)));
  }

  private Map<String, double[]> byViewer(Function<List<Contact>, int[]> counts) {
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

  /** By viewer, for each second in turn: in a positive state, in a negative one, observed. */
  Map<String, double[]> states(int length) {
    Map<String, double[]> rows = new TreeMap<>();
    seconds.forEach(
        (viewer, viewings) -> {
          double[] row = new double[3 * length];
          for (ViewerSecond one : observedWithin(viewings, length)) {
            switch (one.state()) {
              case POSITIVE -> row[3 * one.second()]++;
              case NEGATIVE -> row[3 * one.second() + 1]++;
              case NEUTRAL -> {}
            }
            row[3 * one.second() + 2]++;
          }
          rows.put(viewer, row);
        });
    return rows;
  }

  private static List<ViewerSecond> observedWithin(List<List<ViewerSecond>> viewings, int length) {
    List<ViewerSecond> observed = new ArrayList<>();
    viewings.forEach(
        viewing ->
            viewing.stream()
                .filter(one -> one.isObserved() && one.second() >= 0 && one.second() < length)
                .forEach(observed::add));
    return observed;
  }
}
