package org.otklik.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads Prometheus' text form, version 0.0.4, more strictly than a collector would: each family has
 * its help and type once, before its samples; its samples follow each other; no sample comes twice.
 */
final class PrometheusSamples {
  private static final Pattern HELP = Pattern.compile("# HELP ([a-zA-Z_:][a-zA-Z0-9_:]*) (\\S.*)");
  private static final Pattern TYPE =
      Pattern.compile("# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (counter|gauge)");
  private static final Pattern SAMPLE =
      Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.+)})? ([^ ]+)");
  private static final Pattern LABEL =
      Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\[\\\\\"n])*)\"(?:,|$)");

  private final Map<String, Double> values = new LinkedHashMap<>();
  private final Map<String, String> types = new HashMap<>();
  private final Set<String> helped = new HashSet<>();
  private final Set<String> ended = new HashSet<>();
  private String current;

  private PrometheusSamples() {}

  static PrometheusSamples read(String text) {
    assertTrue(text.endsWith("\n"), "the last line has an end, too");
    PrometheusSamples samples = new PrometheusSamples();
    text.lines().forEach(samples::readLine);
    return samples;
  }

  private void readLine(String line) {
    Matcher help = HELP.matcher(line);
    Matcher type = TYPE.matcher(line);
    if (help.matches()) {
      assertTrue(helped.add(help.group(1)), () -> "helped twice: " + line);
    } else if (type.matches()) {
      begin(type.group(1), type.group(2), line);
    } else {
      readSample(line);
    }
  }

  private void begin(String family, String type, String line) {
    assertTrue(helped.contains(family), () -> "without help: " + line);
    assertNull(types.put(family, type), () -> "typed twice: " + line);
    assertEquals(type.equals("counter"), family.endsWith("_total"), line);
    if (current != null) {
      ended.add(current);
    }
    current = family;
  }

  private void readSample(String line) {
    Matcher sample = SAMPLE.matcher(line);
    assertTrue(sample.matches(), line);
    String family = sample.group(1);
    assertEquals(current, family, () -> "not among its family: " + line);
    assertNotNull(types.get(family), line);
    assertTrue(!ended.contains(family), line);
    if (sample.group(2) != null) {
      requireLabels(sample.group(2));
    }
    double value = Double.parseDouble(sample.group(3));
    assertTrue(Double.isFinite(value), line);
    String key = line.substring(0, line.lastIndexOf(' '));
    assertNull(values.put(key, value), () -> "twice: " + line);
  }

  private static void requireLabels(String labels) {
    Matcher label = LABEL.matcher(labels);
    Set<String> names = new HashSet<>();
    int end = 0;
    while (label.find()) {
      assertEquals(end, label.start(), labels);
      assertTrue(names.add(label.group(1)), labels);
      end = label.end();
    }
    assertEquals(labels.length(), end, labels);
  }

  /** By name and labels, as they are written. */
  Map<String, Double> values() {
    return values;
  }

  /** Names without labels. */
  Set<String> families() {
    return types.keySet();
  }
}
