package org.otklik.analysis;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.otklik.vision.VisionSettings;

/**
 * Vision settings as the JSON kept with a run: its result can be explained, and the run goes on
 * with them when the defaults have changed.
 */
public final class VisionSettingsJson {
  private VisionSettingsJson() {}

  public static String write(VisionSettings settings) {
    return object(settings).build().toString();
  }

  /**
   * The settings written; a setting that did not exist yet when they were written has its standard
   * value.
   *
   * @throws IllegalStateException if there is a setting that does not exist, or not of this kind
   */
  static VisionSettings read(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return (VisionSettings) record(reader.readObject(), VisionSettings.STANDARD);
    }
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
    } else if (value instanceof Boolean flag) {
      json.add(name, flag);
    } else if (value == null) {
      json.addNull(name);
    } else {
      json.add(name, value.toString());
    }
  }

  /**
   * @param standard gives the kind of record, and what the JSON does not say
   */
  private static Record record(JsonObject json, Record standard) {
    RecordComponent[] components = standard.getClass().getRecordComponents();
    Set<String> names =
        Arrays.stream(components).map(RecordComponent::getName).collect(Collectors.toSet());
    if (!names.containsAll(json.keySet())) {
      throw new IllegalStateException("Settings " + json.keySet() + " are not all of " + names);
    }
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] values =
        Arrays.stream(components).map(component -> read(json, component, standard)).toArray();
    try {
      return standard.getClass().getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The settings cannot be used: " + json, e);
    }
  }

  private static Object read(JsonObject json, RecordComponent component, Record standard) {
    JsonValue value = json.get(component.getName());
    Object otherwise = value(standard, component);
    if (value == null) {
      return otherwise;
    }
    try {
      return converted(value, component.getType(), otherwise);
    } catch (IllegalArgumentException | ArithmeticException | ClassCastException e) {
      throw new IllegalStateException(
          "The setting " + component.getName() + " cannot be " + value, e);
    }
  }

  private static Object converted(JsonValue value, Class<?> type, Object otherwise) {
    if (value == JsonValue.NULL && !type.isPrimitive()) {
      return null;
    } else if (type.isRecord()) {
      return record(value.asJsonObject(), (Record) otherwise);
    } else if (type == int.class || type == Integer.class) {
      return ((JsonNumber) value).intValueExact();
    } else if (type == long.class || type == Long.class) {
      return ((JsonNumber) value).longValueExact();
    } else if (type == double.class || type == Double.class) {
      return ((JsonNumber) value).doubleValue();
    } else if (type == boolean.class || type == Boolean.class) {
      return flag(value);
    } else if (type.isEnum()) {
      return constant(type, ((JsonString) value).getString());
    } else if (type == String.class) {
      return ((JsonString) value).getString();
    }
    throw new IllegalArgumentException("No setting is a " + type);
  }

  private static boolean flag(JsonValue value) {
    if (value.equals(JsonValue.TRUE) || value.equals(JsonValue.FALSE)) {
      return value.equals(JsonValue.TRUE);
    }
    throw new IllegalArgumentException("Neither true nor false");
  }

  private static Object constant(Class<?> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> ((Enum<?>) constant).name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("None of " + type.getSimpleName()));
  }

  private static Object value(Record settings, RecordComponent component) {
    try {
      return component.getAccessor().invoke(settings);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("A setting cannot be read: " + component.getName(), e);
    }
  }
}
