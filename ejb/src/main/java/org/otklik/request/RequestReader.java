package org.otklik.request;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.otklik.problem.Fields;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/**
 * Binds what was sent to the record that describes it. What cannot be bound is told as a problem
 * that names the field; whether the values suffice is asked by {@link RequestValidator}.
 */
public final class RequestReader {
  private static final int MAX_BYTES = 64 * 1024;
  private static final JsonSetter.Value NO_NULLS = JsonSetter.Value.forContentNulls(Nulls.FAIL);
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .addModule(new RequestModule())
          .withConfigOverride(List.class, list -> list.setSetterInfo(NO_NULLS))
          .withConfigOverride(Map.class, map -> map.setSetterInfo(NO_NULLS))
          .build();

  private RequestReader() {}

  /**
   * A request sent as JSON.
   *
   * @throws ProblemException when the content is missing, malformed, no object, or has other fields
   */
  public static <R extends Record> R json(Class<R> type, InputStream body) {
    return json(type, body, MAX_BYTES);
  }

  /**
   * As {@link #json}, of a request that may be larger than others.
   *
   * @param maxBytes more are refused
   */
  public static <R extends Record> R json(Class<R> type, InputStream body, int maxBytes) {
    byte[] content = content(body, maxBytes);
    if (content.length == 0) {
      throw new ProblemException(ProblemCode.BODY_MISSING, RequestField.names(type, ""));
    }
    return json(type, content);
  }

  /** As {@link #json}, where there need not be any content. */
  public static <R extends Record> Optional<R> jsonIfAny(Class<R> type, InputStream body) {
    byte[] content = content(body, MAX_BYTES);
    return content.length == 0 ? Optional.empty() : Optional.of(json(type, content));
  }

  private static byte[] content(InputStream body, int maxBytes) {
    try {
      byte[] content = body.readNBytes(maxBytes + 1);
      if (content.length > maxBytes) {
        throw new ProblemException(ProblemCode.JSON_MALFORMED, "> " + (maxBytes >> 10) + " KiB");
      }
      return content;
    } catch (IOException e) {
      throw new ProblemException(ProblemCode.UPLOAD_BROKEN_OFF);
    }
  }

  private static <R extends Record> R json(Class<R> type, byte[] content) {
    checkUtf8(content);
    try (JsonParser parser = MAPPER.createParser(content)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new ProblemException(ProblemCode.JSON_MALFORMED, "[…]");
      }
      R request = MAPPER.readValue(parser, type);
      if (parser.nextToken() != null) {
        throw new ProblemException(ProblemCode.JSON_MALFORMED, "{…} …");
      }
      return request;
    } catch (JsonMappingException e) {
      throw problem(type, e);
    } catch (JacksonException e) {
      throw malformed(e);
    } catch (IOException e) {
      throw new ProblemException(ProblemCode.JSON_MALFORMED, "…"); // not even text
    }
  }

  /** Jackson lets halves of characters pass. */
  private static void checkUtf8(byte[] content) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
    } catch (CharacterCodingException e) {
      throw new ProblemException(ProblemCode.JSON_MALFORMED, "≠ UTF-8");
    }
  }

  /**
   * A request sent as the fields of an address. A field of pairs is written as {@code name:value},
   * any number of times, every other one once; a name may come again where it has several values.
   *
   * @throws ProblemException FIELD_UNKNOWN, also so that a misspelt consent is not lost in silence;
   *     FIELD_INVALID
   */
  public static <R extends Record> R query(Class<R> type, Map<String, List<String>> query) {
    List<RecordComponent> known = Arrays.asList(type.getRecordComponents());
    query.keySet().stream()
        .filter(name -> known.stream().noneMatch(field -> field.getName().equals(name)))
        .sorted()
        .findFirst()
        .ifPresent(
            name -> {
              throw new ProblemException(
                  ProblemCode.FIELD_UNKNOWN, Fields.shortened(name), RequestField.names(type, ""));
            });
    ObjectNode json = MAPPER.createObjectNode();
    for (RecordComponent field : known) {
      List<String> given = query.getOrDefault(field.getName(), List.of());
      if (!given.isEmpty()) {
        json.set(field.getName(), node(RequestField.of(type, List.of(field.getName())), given));
      }
    }
    try {
      return MAPPER.treeToValue(json, type);
    } catch (JsonMappingException e) {
      throw problem(type, e);
    } catch (JacksonException e) {
      throw malformed(e);
    }
  }

  /**
   * As {@link #query(Class, Map)}.
   *
   * @param query as it stands after the question mark; null for none
   */
  public static <R extends Record> R query(Class<R> type, String query) {
    return query(type, QueryString.fields(query));
  }

  private static JsonNode node(RequestField field, List<String> given) {
    if (!field.isScalar()) {
      return pairs(field, given);
    }
    if (given.size() > 1) {
      throw new ProblemException(
          ProblemCode.FIELD_INVALID, field.name(), Fields.shortened(given.get(1)), "1 ×");
    }
    return scalar(field, given.get(0));
  }

  private static JsonNode scalar(RequestField field, String text) {
    String type = field.jsonType();
    if (!type.equals("string")) {
      return text.isBlank() ? MAPPER.nullNode() : number(field, type, text.strip());
    }
    if (field.isText()) {
      return MAPPER.getNodeFactory().textNode(text);
    }
    return text.isBlank() ? MAPPER.nullNode() : MAPPER.getNodeFactory().textNode(text.strip());
  }

  private static JsonNode number(RequestField field, String type, String text) {
    try {
      if (!type.equals("boolean")) {
        return MAPPER.getNodeFactory().numberNode(new BigDecimal(text));
      }
      if (text.equals("true") || text.equals("false")) {
        return MAPPER.getNodeFactory().booleanNode(text.equals("true"));
      }
    } catch (NumberFormatException e) {
      throw invalid(field, text);
    }
    throw invalid(field, text);
  }

  private static JsonNode pairs(RequestField field, List<String> given) {
    ObjectNode pairs = MAPPER.createObjectNode();
    for (String text : given) {
      int colon = text.indexOf(':');
      boolean whole =
          colon > 0
              && colon < text.length() - 1
              && text.codePoints().noneMatch(Character::isISOControl);
      String name = whole ? text.substring(0, colon) : "";
      if (!whole || pairs.has(name) && !field.isOfLists()) {
        throw invalid(field, text);
      }
      if (field.isOfLists()) {
        ArrayNode values = pairs.has(name) ? (ArrayNode) pairs.get(name) : pairs.putArray(name);
        values.add(text.substring(colon + 1));
      } else {
        pairs.put(name, text.substring(colon + 1));
      }
    }
    return pairs;
  }

  private static ProblemException malformed(JacksonException e) {
    JsonLocation at = e.getLocation();
    return new ProblemException(
        ProblemCode.JSON_MALFORMED, at == null ? "…" : at.getLineNr() + ":" + at.getColumnNr());
  }

  private static ProblemException problem(Class<?> type, JsonMappingException e) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException problem) {
        return problem; // of a value's own reader
      }
      if (cause instanceof JacksonException malformed && !(cause instanceof JsonMappingException)) {
        return malformed(malformed);
      }
    }
    List<String> path =
        e.getPath().stream()
            .map(JsonMappingException.Reference::getFieldName)
            .filter(Objects::nonNull)
            .toList();
    if (e instanceof UnrecognizedPropertyException unknown) {
      return unknown(unknown, path);
    }
    if (!(e instanceof MismatchedInputException)) {
      throw new IllegalStateException("What was sent cannot be bound to " + type, e);
    }
    RequestField field = RequestField.of(type, path);
    return e instanceof InvalidFormatException invalid
            && RequestField.isScalar(invalid.getTargetType())
        ? invalid(field, String.valueOf(invalid.getValue()))
        : new ProblemException(ProblemCode.FIELD_WRONG_TYPE, field.name(), field.jsonType());
  }

  private static ProblemException unknown(UnrecognizedPropertyException e, List<String> path) {
    String prefix =
        path.subList(0, path.size() - 1).stream()
            .map(name -> name + ".")
            .reduce("", String::concat);
    return new ProblemException(
        ProblemCode.FIELD_UNKNOWN,
        prefix + Fields.shortened(e.getPropertyName()),
        RequestField.names(e.getReferringClass(), prefix));
  }

  private static ProblemException invalid(RequestField field, String value) {
    return new ProblemException(
        ProblemCode.FIELD_INVALID, field.name(), Fields.shortened(value), field.possible());
  }
}
