package org.otklik.web.monitoring;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Gauges and counters in Prometheus' text form, version 0.0.4. All samples of a name follow its
 * help, which is written once.
 */
final class PrometheusText {
  /** Of the answer. */
  static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final StringBuilder text = new StringBuilder();
  private String current = "";

  /** A value that goes up and down. */
  PrometheusText gauge(String name, String help, Map<String, String> labels, double value) {
    return sample("gauge", name, help, labels, value);
  }

  PrometheusText gauge(String name, String help, double value) {
    return gauge(name, help, Map.of(), value);
  }

  /** A value that grows for as long as the server runs. */
  PrometheusText counter(String name, String help, Map<String, String> labels, double value) {
    return sample("counter", name, help, labels, value);
  }

  PrometheusText counter(String name, String help, double value) {
    return counter(name, help, Map.of(), value);
  }

  private PrometheusText sample(
      String type, String name, String help, Map<String, String> labels, double value) {
    if (!name.equals(current)) {
      text.append("# HELP ").append(name).append(' ').append(help).append('\n');
      text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
      current = name;
    }
    text.append(name).append(inBraces(labels)).append(' ').append(number(value)).append('\n');
    return this;
  }

  private static String inBraces(Map<String, String> labels) {
    return labels.isEmpty()
        ? ""
        : new TreeMap<>(labels)
            .entrySet().stream()
                .map(label -> label.getKey() + "=\"" + escaped(label.getValue()) + '"')
                .collect(Collectors.joining(",", "{", "}"));
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value); // all of its digits, or rates of large counters would jump
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
