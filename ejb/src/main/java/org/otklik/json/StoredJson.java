package org.otklik.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.format.FormatMapper;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.EmotionGroup;
import org.otklik.emotion.Polarity;
import org.otklik.vision.VisionSettings;

/**
 * Objects as the JSON kept in the database. Strict: what does not fit the object is an error, for a
 * result must be explained by the settings that it was computed with. Named in persistence.xml;
 * Hibernate's own choice would be the server's Jackson, which knows neither of this.
 */
public final class StoredJson implements FormatMapper {
  /** Finds nothing that is not one of our records, so that it can be shared. */
  private static final ObjectMapper PLAIN =
      JsonMapper.builder()
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private static final ObjectMapper MAPPER =
      PLAIN
          .copy()
          .addMixIn(Polarity.class, PolarityMap.class)
          .registerModule(
              new SimpleModule().addDeserializer(VisionSettings.class, new VisionSettingsReader()));

  /** A polarity is an object by emotion, without a name around it. */
  private abstract static class PolarityMap {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    PolarityMap(Map<Emotion, EmotionGroup> groups) {}

    @JsonValue
    abstract Map<Emotion, EmotionGroup> groups();
  }

  /** A setting that did not exist yet when they were written has its standard value. */
  private static final class VisionSettingsReader extends StdDeserializer<VisionSettings> {
    private static final long serialVersionUID = 1L;

    VisionSettingsReader() {
      super(VisionSettings.class);
    }

    @Override
    public VisionSettings deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      ObjectNode settings = PLAIN.valueToTree(VisionSettings.STANDARD);
      ObjectNode written = context.readValue(parser, ObjectNode.class);
      return PLAIN.treeToValue(settings.setAll(written), VisionSettings.class);
    }
  }

  @Override
  public <T> T fromString(CharSequence json, JavaType<T> type, WrapperOptions options) {
    if (type.getJavaTypeClass() == String.class) {
      return type.getJavaTypeClass().cast(json.toString());
    }
    try {
      return MAPPER.readValue(json.toString(), MAPPER.constructType(type.getJavaType()));
    } catch (JsonProcessingException e) {
      throw unusable(e);
    }
  }

  @Override
  public <T> String toString(T value, JavaType<T> type, WrapperOptions options) {
    return write(value);
  }

  /** A text is taken for JSON already. */
  public static String write(Object value) {
    if (value instanceof String json) {
      return json;
    }
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("It cannot be written as JSON: " + value, e);
    }
  }

  /**
   * @throws IllegalStateException if it is not JSON, or does not fit the type
   */
  public static <T> T read(String json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw unusable(e);
    }
  }

  /** Attributes by name, such as a viewer's segments. */
  public static Map<String, String> attributes(String json) {
    try {
      return MAPPER.readValue(json, new TypeReference<Map<String, String>>() {});
    } catch (JsonProcessingException e) {
      throw unusable(e);
    }
  }

  private static IllegalStateException unusable(JsonProcessingException e) {
    return new IllegalStateException("The stored JSON cannot be used: " + e.getMessage(), e);
  }
}
