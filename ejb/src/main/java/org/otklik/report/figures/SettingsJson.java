package org.otklik.report.figures;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.otklik.emotion.Polarity;
import org.otklik.json.StoredJson;

/** The settings that a report was computed with, as they are kept with it. */
public final class SettingsJson {

  private SettingsJson() {}

  /** An object by name; a setting that differed between the analyses has an array. */
  public static String of(List<Setting> settings) {
    Map<String, List<Object>> byName =
        settings.stream()
            .collect(
                Collectors.groupingBy(
                    Setting::name,
                    TreeMap::new,
                    Collectors.mapping(setting -> value(setting.value()), Collectors.toList())));
    Map<String, Object> json = new TreeMap<>();
    byName.forEach((name, values) -> json.put(name, values.size() == 1 ? values.get(0) : values));
    return StoredJson.write(json);
  }

  private static Object value(Object value) {
    return value instanceof Polarity || value instanceof Number ? value : String.valueOf(value);
  }
}
