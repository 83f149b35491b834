package org.otklik.campaign;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.StringReader;
import java.util.EnumMap;
import java.util.Map;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.EmotionGroup;
import org.otklik.emotion.Polarity;

/** A polarity as a JSON object, emotion to group. */
@Converter
public class PolarityConverter implements AttributeConverter<Polarity, String> {
  /** Looking for the provider takes longer than reading a small object. */
  private static final JsonProvider JSON = JsonProvider.provider();

  @Override
  public String convertToDatabaseColumn(Polarity polarity) {
    JsonObjectBuilder json = JSON.createObjectBuilder();
    polarity.groups().forEach((emotion, group) -> json.add(emotion.name(), group.name()));
    return json.build().toString();
  }

  @Override
  public Polarity convertToEntityAttribute(String json) {
    Map<Emotion, EmotionGroup> groups = new EnumMap<>(Emotion.class);
    try (JsonReader reader = JSON.createReader(new StringReader(json))) {
      JsonObject object = reader.readObject();
      object
          .keySet()
          .forEach(
              name ->
                  groups.put(Emotion.valueOf(name), EmotionGroup.valueOf(object.getString(name))));
    }
    return new Polarity(groups);
  }
}
