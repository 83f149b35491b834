package org.otklik.report;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.otklik.emotion.Polarity;

/** The settings that a report was computed with, as they are kept with it. */
final class SettingsJson {

  private SettingsJson() {}

  /** An object by name; a setting that differed between the analyses has an array. */
  static String of(List<Setting> settings) {
    Map<String, List<Object>> byName =
        settings.stream()
            .collect(
                Collectors.groupingBy(
                    Setting::name,
                    TreeMap::new,
                    Collectors.mapping(Setting::value, Collectors.toList())));
    JsonObjectBuilder json = Json.createObjectBuilder();
    byName.forEach(
        (name, values) -> {
          JsonArrayBuilder all = Json.createArrayBuilder();
          values.forEach(value -> add(all, value));
          if (values.size() == 1) {
            json.add(name, all.build().get(0));
          } else {
            json.add(name, all);
          }
        });
    return json.build().toString();
  }

  private static void add(JsonArrayBuilder values, Object value) {
    if (value instanceof Polarity polarity) {
      JsonObjectBuilder groups = Json.createObjectBuilder();
      polarity.groups().forEach((emotion, group) -> groups.add(emotion.name(), group.name()));
      values.add(groups);
    } else if (value instanceof Number number) {
      values.add(new BigDecimal(number.toString()));
    } else {
      values.add(String.valueOf(value));
    }
  }
}
