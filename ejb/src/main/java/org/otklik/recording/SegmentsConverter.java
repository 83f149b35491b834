package org.otklik.recording;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.StringReader;
import java.util.Map;
import java.util.TreeMap;

/** Segment attributes of a viewer as a JSON object of strings. */
@Converter
public class SegmentsConverter implements AttributeConverter<Map<String, String>, String> {
  /** Looking for the provider takes longer than reading a small object. */
  private static final JsonProvider JSON = JsonProvider.provider();

  @Override
  public String convertToDatabaseColumn(Map<String, String> segments) {
    JsonObjectBuilder json = JSON.createObjectBuilder();
    segments.forEach(json::add);
    return json.build().toString();
  }

  @Override
  public Map<String, String> convertToEntityAttribute(String json) {
    Map<String, String> segments = new TreeMap<>();
    try (JsonReader reader = JSON.createReader(new StringReader(json))) {
      JsonObject object = reader.readObject();
      object.forEach((name, value) -> segments.put(name, ((JsonString) value).getString()));
    }
    return segments;
  }
}
