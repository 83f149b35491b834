package org.otklik.analysis.group;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Viewers by what is known of them: those who have, of each attribute, one of its values.
 *
 * @param values by attribute; none for everybody
 * @param rest whether everybody else is meant, also those of whom an attribute is not known
 */
public record ViewerSegment(Map<String, List<String>> values, boolean rest) {
  public static final ViewerSegment EVERYBODY = new ViewerSegment(Map.of(), false);

  public ViewerSegment {
    values = sorted(values);
  }

  /** In one order, without what is said twice; an attribute without values limits nobody. */
  static SortedMap<String, List<String>> sorted(Map<String, List<String>> values) {
    SortedMap<String, List<String>> sorted = new TreeMap<>();
    if (values != null) {
      values.forEach(
          (attribute, any) -> {
            if (any != null && !any.isEmpty()) {
              sorted.put(attribute, List.copyOf(new TreeSet<>(any)));
            }
          });
    }
    return Collections.unmodifiableSortedMap(sorted);
  }

  public boolean isEverybody() {
    return values.isEmpty() && !rest;
  }

  /**
   * @param attributes of a viewer
   */
  public boolean matches(Map<String, String> attributes) {
    boolean all =
        values.entrySet().stream()
            .allMatch(one -> one.getValue().contains(attributes.getOrDefault(one.getKey(), "")));
    return all != rest;
  }

  /** Whether all viewers of the other are its own, too, whatever viewers there are. */
  public boolean contains(ViewerSegment other) {
    if (isEverybody()) {
      return true;
    }
    if (rest) {
      return other.rest ? narrows(other.values, values) : excludes(other.values, values);
    }
    return !other.rest && narrows(values, other.values);
  }

  /** Whether who has the second values has the first, too. */
  private static boolean narrows(
      Map<String, List<String>> first, Map<String, List<String>> second) {
    return first.entrySet().stream()
        .allMatch(
            one ->
                second.containsKey(one.getKey())
                    && one.getValue().containsAll(second.get(one.getKey())));
  }

  /** Whether nobody can have both. */
  private static boolean excludes(
      Map<String, List<String>> first, Map<String, List<String>> second) {
    return first.entrySet().stream()
        .anyMatch(
            one ->
                second.containsKey(one.getKey())
                    && Collections.disjoint(one.getValue(), second.get(one.getKey())));
  }
}
