package org.otklik.analysis;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.lang.reflect.RecordComponent;
import org.otklik.vision.VisionSettings;

/** Vision settings as the JSON kept with a run, so that its result can be explained. */
public final class VisionSettingsJson {
  private VisionSettingsJson() {}

  public static String write(VisionSettings settings) {
    return object(settings).build().toString();
  }

  private static JsonObjectBuilder object(Record settings) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    for (RecordComponent component : settings.getClass().getRecordComponents()) {
      add(json, component.getName(), value(settings, component));
    }
    return json;
  }

  private static void add(JsonObjectBuilder json, String name, Object value) {
    if (value instanceof Record nested) {
      json.add(name, object(nested));
    } else if (value instanceof Integer || value instanceof Long) {
      json.add(name, ((Number) value).longValue());
    } else if (value instanceof Number number) {
      json.add(name, number.doubleValue());
    } else if (value == null) {
      json.addNull(name);
    } else {
      json.add(name, value.toString());
    }
  }

  private static Object value(Record settings, RecordComponent component) {
    try {
      return component.getAccessor().invoke(settings);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("A setting cannot be read: " + component.getName(), e);
    }
  }
}
