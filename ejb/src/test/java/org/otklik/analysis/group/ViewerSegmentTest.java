package org.otklik.analysis.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewerSegmentTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          '',                      'sex:f age:20', true
          'sex:f',                 'sex:f age:20', true
          'sex:f',                 'sex:m age:20', false
          'sex:f',                 'age:20',       false
          'age:20 age:30',         'sex:f age:30', true
          'age:20 age:30 sex:m',   'sex:f age:30', false
          'not sex:f',             'sex:f',        false
          'not sex:f',             'sex:m',        true
          'not sex:f',             'age:20',       true
          'not age:20 sex:f',      'sex:m age:20', true
          """)
  void viewersAreInItByAnyValueOfEachAttribute(String segment, String viewer, boolean isIn) {
    Map<String, String> attributes = new TreeMap<>();
    segment(viewer).values().forEach((name, values) -> attributes.put(name, values.get(0)));
    assertEquals(isIn, segment(segment).matches(attributes));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          '',              'sex:f',         true
          'sex:f',         '',              false
          '',              'not sex:f',     true
          'sex:f sex:m',   'sex:f',         true
          'sex:f',         'sex:f age:20',  true
          'sex:f age:20',  'sex:f',         false
          'sex:f',         'sex:m',         false
          'sex:f',         'age:20',        false
          'not sex:f',     'sex:m',         true
          'not sex:f',     'sex:f',         false
          'not sex:f',     'age:20',        false
          'not sex:f',     'not sex:f sex:m', true
          'not sex:f sex:m', 'not sex:f',   false
          'sex:m',         'not sex:f',     false
          """)
  void groupsWithinOthersAreFound(String larger, String smaller, boolean isWithin) {
    assertEquals(isWithin, segment(larger).contains(segment(smaller)));
  }

  @Test
  void groupOfAllCreativesHasThatOfOneWithinIt() {
    UUID creative = UUID.randomUUID();
    ViewerGroup all = new ViewerGroup(null, Map.of());
    ViewerGroup one = new ViewerGroup(creative, Map.of("sex", List.of("f")));
    assertTrue(all.contains(one));
    assertFalse(one.contains(all));
    assertFalse(new ViewerGroup(UUID.randomUUID(), Map.of()).contains(one));
  }

  @Test
  void namesSayWhoIsMeant() {
    ViewerSegment segment = segment("age:25-34 age:18-24 sex:f");
    assertEquals("age: 18-24 or 25-34, sex: f", SegmentName.of(segment, Locale.ENGLISH));
    ViewerSegment rest = new ViewerSegment(segment.values(), true);
    assertEquals(
        "все, кроме age: 18-24 или 25-34, sex: f",
        SegmentName.of(rest, Locale.forLanguageTag("ru")));
    assertEquals("", SegmentName.of(ViewerSegment.EVERYBODY, Locale.ENGLISH));
  }

  private static ViewerSegment segment(String text) {
    Map<String, List<String>> values = new TreeMap<>();
    boolean rest = text.startsWith("not ");
    for (String pair : text.replaceFirst("^not ", "").split(" ")) {
      if (!pair.isEmpty()) {
        values
            .computeIfAbsent(pair.split(":")[0], name -> new ArrayList<>())
            .add(pair.split(":")[1]);
      }
    }
    return new ViewerSegment(values, rest);
  }
}
