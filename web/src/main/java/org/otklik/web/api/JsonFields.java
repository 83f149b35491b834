package org.otklik.web.api;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParsingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.otklik.problem.Fields;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/**
 * The fields of a small JSON object, read one by one: binding would pass over unknown fields, and
 * say of wrong types what only a Java programmer understands.
 */
public final class JsonFields {
  private static final int MOST_BYTES = 64 * 1024;

  private final JsonObject object;

  /**
   * What stands before the fields' names in problems: empty, or of the object around, {@code a.}.
   */
  private final String prefix;

  private JsonFields(JsonObject object, String prefix, String... known) {
    this.object = object;
    this.prefix = prefix;
    for (String name : object.keySet()) {
      if (!List.of(known).contains(name)) {
        throw new ProblemException(
            ProblemCode.FIELD_UNKNOWN,
            prefix + Fields.shortened(name),
            Arrays.stream(known).map(prefix::concat).collect(Collectors.joining(", ")));
      }
    }
  }

  /**
   * @param known the fields there may be
   * @throws ProblemException when the content is missing, malformed, no object, or has other fields
   */
  public static JsonFields read(InputStream body, String... known) {
    String names = String.join(", ", known);
    byte[] content = content(body);
    if (content.length == 0) {
      throw new ProblemException(ProblemCode.BODY_MISSING, names);
    }
    return read(content, known);
  }

  /** As {@link #read}, where there need not be any content. */
  public static Optional<JsonFields> readIfAny(InputStream body, String... known) {
    byte[] content = content(body);
    return content.length == 0 ? Optional.empty() : Optional.of(read(content, known));
  }

  private static JsonFields read(byte[] content, String... known) {
    return new JsonFields(parse(content), "", known);
  }

  private static byte[] content(InputStream body) {
    try {
      byte[] content = body.readNBytes(MOST_BYTES + 1);
      if (content.length > MOST_BYTES) {
        throw new ProblemException(ProblemCode.JSON_MALFORMED, "> 64 KiB");
      }
      return content;
    } catch (IOException e) {
      throw new ProblemException(ProblemCode.UPLOAD_BROKEN_OFF);
    }
  }

  private static JsonObject parse(byte[] content) {
    try (JsonParser parser = Json.createParser(new ByteArrayInputStream(content))) {
      if (parser.next() != JsonParser.Event.START_OBJECT) {
        throw new ProblemException(ProblemCode.JSON_MALFORMED, "[…]");
      }
      JsonObject object = parser.getObject();
      if (parser.hasNext()) { // throws, too, where what follows is no JSON
        throw new ProblemException(ProblemCode.JSON_MALFORMED, "{…} …");
      }
      return object;
    } catch (JsonParsingException e) {
      throw new ProblemException(
          ProblemCode.JSON_MALFORMED,
          e.getLocation().getLineNumber() + ":" + e.getLocation().getColumnNumber());
    } catch (JsonException e) {
      throw new ProblemException(ProblemCode.JSON_MALFORMED, "…"); // not even text
    }
  }

  /** Null when left out or null. */
  public String text(String name) {
    JsonValue value = value(name);
    if (value == null) {
      return null;
    }
    if (value instanceof JsonString string) {
      return string.getString();
    }
    throw new ProblemException(ProblemCode.FIELD_WRONG_TYPE, prefix + name, "string");
  }

  public boolean flag(String name, boolean otherwise) {
    JsonValue value = value(name);
    if (value == null) {
      return otherwise;
    }
    if (value.equals(JsonValue.TRUE) || value.equals(JsonValue.FALSE)) {
      return value.equals(JsonValue.TRUE);
    }
    throw new ProblemException(ProblemCode.FIELD_WRONG_TYPE, prefix + name, "boolean");
  }

  /** Whether it is neither left out nor null. */
  public boolean has(String name) {
    return value(name) != null;
  }

  /** Null when left out or null. */
  public Integer wholeNumber(String name, int least, int most) {
    BigDecimal given =
        number(name, "integer", BigDecimal.valueOf(least), BigDecimal.valueOf(most), true);
    return given == null ? null : given.intValueExact();
  }

  /** Null when left out or null. */
  public Double number(String name, double least, double most) {
    BigDecimal given =
        number(name, "number", BigDecimal.valueOf(least), BigDecimal.valueOf(most), false);
    return given == null ? null : given.doubleValue();
  }

  private BigDecimal number(
      String name, String type, BigDecimal least, BigDecimal most, boolean whole) {
    JsonValue value = value(name);
    if (value == null) {
      return null;
    }
    if (!(value instanceof JsonNumber number)) {
      throw new ProblemException(ProblemCode.FIELD_WRONG_TYPE, prefix + name, type);
    }
    BigDecimal given = number.bigDecimalValue();
    boolean inside = given.compareTo(least) >= 0 && given.compareTo(most) <= 0;
    if (!inside || whole && given.stripTrailingZeros().scale() > 0) {
      throw new ProblemException(
          ProblemCode.FIELD_INVALID,
          prefix + name,
          Fields.shortened(number.toString()),
          plain(least) + "…" + plain(most));
    }
    return given;
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  /** One of the constants, by its name. */
  public <E extends Enum<E>> E constant(String name, E otherwise) {
    String text = text(name);
    if (text == null) {
      return otherwise;
    }
    return constant(prefix + name, text, otherwise.getDeclaringClass().getEnumConstants());
  }

  private static <E extends Enum<E>> E constant(String field, String text, E[] all) {
    for (E constant : all) {
      if (constant.name().equals(text)) {
        return constant;
      }
    }
    String possible = Arrays.stream(all).map(Enum::name).collect(Collectors.joining(", "));
    throw new ProblemException(ProblemCode.FIELD_INVALID, field, Fields.shortened(text), possible);
  }

  /** One of our two languages. */
  public Locale language(String name, Locale otherwise) {
    String text = text(name);
    if (text == null) {
      return otherwise;
    }
    if (text.equals("en") || text.equals("ru")) {
      return Locale.forLanguageTag(text);
    }
    throw new ProblemException(
        ProblemCode.FIELD_INVALID, prefix + name, Fields.shortened(text), "en, ru");
  }

  /** By its IANA name. */
  public ZoneId timeZone(String name, ZoneId otherwise) {
    String text = text(name);
    if (text == null) {
      return otherwise;
    }
    if (ZoneId.getAvailableZoneIds().contains(text)) {
      return ZoneId.of(text);
    }
    throw new ProblemException(
        ProblemCode.FIELD_INVALID, prefix + name, Fields.shortened(text), "Europe/Moscow, UTC, …");
  }

  /** Empty when left out or null. */
  public List<String> texts(String name) {
    JsonValue value = value(name);
    if (value == null) {
      return List.of();
    }
    boolean strings =
        value.getValueType() == JsonValue.ValueType.ARRAY
            && value.asJsonArray().stream().allMatch(JsonString.class::isInstance);
    if (!strings) {
      throw new ProblemException(ProblemCode.FIELD_WRONG_TYPE, prefix + name, "array of strings");
    }
    return value.asJsonArray().getValuesAs(JsonString::getString);
  }

  /**
   * An object within this one; empty when left out or null.
   *
   * @param known the fields it may have
   */
  public Optional<JsonFields> object(String name, String... known) {
    return Optional.ofNullable(value(name))
        .map(value -> new JsonFields(object(name, value), prefix + name + ".", known));
  }

  private JsonObject object(String name, JsonValue value) {
    if (value.getValueType() != JsonValue.ValueType.OBJECT) {
      throw new ProblemException(ProblemCode.FIELD_WRONG_TYPE, prefix + name, "object");
    }
    return value.asJsonObject();
  }

  /** Texts by their names, whatever these are; none when left out or null. */
  public Map<String, String> pairs(String name) {
    JsonValue value = value(name);
    Map<String, String> pairs = new TreeMap<>();
    if (value != null) {
      object(name, value)
          .forEach(
              (key, text) -> {
                if (!(text instanceof JsonString string)) {
                  throw new ProblemException(
                      ProblemCode.FIELD_WRONG_TYPE, Fields.shortened(key), "string");
                }
                pairs.put(key, string.getString());
              });
    }
    return pairs;
  }

  /** Null when left out or null. */
  public UUID id(String name) {
    String text = text(name);
    try {
      return text == null ? null : UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          ProblemCode.FIELD_INVALID,
          prefix + name,
          Fields.shortened(text),
          "3f0c4c1e-5a0e-4d8e-9a57-…");
    }
  }

  /** Empty when left out or null. */
  public List<Integer> wholeNumbers(String name, int least, int most) {
    JsonValue value = value(name);
    if (value == null) {
      return List.of();
    }
    if (value.getValueType() != JsonValue.ValueType.ARRAY) {
      throw new ProblemException(ProblemCode.FIELD_WRONG_TYPE, prefix + name, "array of integers");
    }
    return value.asJsonArray().stream()
        .map(
            one -> {
              JsonObject alone = Json.createObjectBuilder().add(name, one).build();
              return new JsonFields(alone, prefix, name).wholeNumber(name, least, most);
            })
        .toList();
  }

  /** Constants by their names; empty when left out or null. */
  public <E extends Enum<E>> List<E> constants(String name, Class<E> type) {
    E[] all = type.getEnumConstants();
    return texts(name).stream().map(text -> constant(prefix + name, text, all)).toList();
  }

  /** A local time such as 2026-12-01T09:30; null when left out or null. */
  public LocalDateTime localTime(String name) {
    String text = text(name);
    try {
      return text == null ? null : LocalDateTime.parse(text).truncatedTo(ChronoUnit.SECONDS);
    } catch (DateTimeParseException e) {
      throw new ProblemException(
          ProblemCode.FIELD_INVALID, prefix + name, Fields.shortened(text), "2026-12-01T09:30");
    }
  }

  /** Dates such as 2026-12-31; empty when left out or null. */
  public List<LocalDate> dates(String name) {
    return texts(name).stream().map(text -> date(name, text)).toList();
  }

  private LocalDate date(String name, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new ProblemException(
          ProblemCode.FIELD_INVALID, prefix + name, Fields.shortened(text), "2026-12-31");
    }
  }

  private JsonValue value(String name) {
    JsonValue value = object.get(name);
    return JsonValue.NULL.equals(value) ? null : value;
  }

  @Override
  public String toString() {
    return object.entrySet().stream()
        .map(Map.Entry::getKey)
        .collect(Collectors.joining(", ", "JsonFields[", "]")); // values may be secrets
  }
}
