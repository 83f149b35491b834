package org.otklik.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SegmentDifferenceTest {
  private static final int MIN_GROUP_SIZE = 5;

  private final Map<String, Map<String, String>> attributes = new HashMap<>();
  private final List<Viewing> first = new ArrayList<>();
  private final List<Viewing> second = new ArrayList<>();

  @Test
  void findsTheSegmentThatTheDifferenceIsIn() {
    add(first, "a-w", 10, ResponseType.POSITIVE, Map.of("sex", "female"));
    add(first, "a-m", 10, ResponseType.NEUTRAL, Map.of("sex", "male"));
    add(second, "b-w", 10, ResponseType.NEGATIVE, Map.of("sex", "female"));
    add(second, "b-m", 10, ResponseType.NEUTRAL, Map.of("sex", "male"));
    List<SegmentDifference> found = found();
    assertEquals(List.of("female", "male"), found.stream().map(SegmentDifference::value).toList());
    SegmentDifference.Figures women = found.get(0).figures();
    assertEquals(100, women.first(), 1e-9);
    assertEquals(-100, women.second(), 1e-9);
    assertEquals(200, women.difference().value(), 1e-9);
    assertTrue(women.isDifferent());
    SegmentDifference.Figures men = found.get(1).figures();
    assertEquals(0, men.difference().value(), 1e-9);
    assertEquals(1, men.corrected(), 1e-9);
    // Two were looked at, and the women's is the smaller probability.
    assertEquals(2 * women.difference().p(), women.corrected(), 1e-12);
  }

  @Test
  void tooFewAreNamedWithoutTheirFigures() {
    add(first, "a", 9, ResponseType.POSITIVE, Map.of("age", "18-24"));
    add(first, "a-old", 4, ResponseType.POSITIVE, Map.of("age", "45-54"));
    add(second, "b", 9, ResponseType.POSITIVE, Map.of("age", "18-24"));
    add(second, "b-old", 9, ResponseType.POSITIVE, Map.of("age", "45-54"));
    SegmentDifference old = found().get(1);
    assertEquals(4, old.firstN());
    assertEquals(9, old.secondN());
    assertNull(old.figures());
    assertFalse(found().get(0).figures().isDifferent());
  }

  @Test
  void leavesOutWhatOnlyOneGroupHasAndWhatIsTheWholeOfBoth() {
    add(first, "w", 6, ResponseType.POSITIVE, Map.of("sex", "female", "city", "Tver"));
    add(second, "m", 6, ResponseType.NEGATIVE, Map.of("sex", "male", "city", "Tver"));
    assertEquals(List.of(), found());
  }

  @Test
  void excludedContactsDoNotCount() {
    add(first, "a", 5, ResponseType.POSITIVE, Map.of("sex", "female"));
    add(first, "a-dark", 5, ResponseType.EXCLUDED, Map.of("sex", "female"));
    add(first, "a-m", 5, ResponseType.POSITIVE, Map.of("sex", "male"));
    add(second, "b", 6, ResponseType.POSITIVE, Map.of("sex", "female"));
    SegmentDifference women = found().get(0);
    assertEquals(5, women.firstN());
    assertEquals(100, women.figures().first(), 1e-9);
  }

  private void add(
      List<Viewing> group, String name, int n, ResponseType outcome, Map<String, String> of) {
    ExclusionReason reason = outcome == ResponseType.EXCLUDED ? ExclusionReason.LOW_COVERAGE : null;
    for (int i = 0; i < n; i++) {
      group.add(new Viewing(name + i, outcome, reason, 10, 0, 0, 1));
      attributes.put(name + i, of);
    }
  }

  private List<SegmentDifference> found() {
    return SegmentDifference.of(
        new ViewingSet(first, Map.of()),
        new ViewingSet(second, Map.of()),
        attributes,
        MIN_GROUP_SIZE);
  }
}
