package org.otklik.request;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The values of requests, strictly: a text is no number and a number no text, and what is no value
 * of its type is an {@link InvalidFormatException}. Jackson's own readers are more forgiving.
 */
final class RequestModule extends SimpleModule {
  private static final long serialVersionUID = 1L;

  RequestModule() {
    texts(String.class, text -> text);
    texts(UUID.class, UUID::fromString);
    texts(LocalDate.class, LocalDate::parse);
    texts(LocalDateTime.class, text -> LocalDateTime.parse(text).truncatedTo(ChronoUnit.SECONDS));
    add(Boolean.class, JsonToken::isBoolean, parser -> parser.getBooleanValue());
    add(Integer.class, JsonToken::isNumeric, parser -> parser.getDecimalValue().intValueExact());
    add(Double.class, JsonToken::isNumeric, parser -> finite(parser.getDecimalValue()));
    setDeserializerModifier(new Constants());
  }

  private static double finite(BigDecimal number) {
    double value = number.doubleValue();
    if (Double.isInfinite(value)) {
      throw new ArithmeticException("no such double");
    }
    return value;
  }

  private interface Reading<T> {
    T read(JsonParser parser) throws IOException;
  }

  private interface Parsing<T> {
    T parse(String text);
  }

  private <T> void texts(Class<T> type, Parsing<T> parsing) {
    add(type, token -> token == JsonToken.VALUE_STRING, parser -> parsing.parse(parser.getText()));
  }

  private <T> void add(Class<T> type, Predicate<JsonToken> right, Reading<T> reading) {
    addDeserializer(type, new Value<>(type, right, reading));
  }

  /** One value. */
  private static final class Value<T> extends StdScalarDeserializer<T> {
    private static final long serialVersionUID = 1L;

    private final transient Predicate<JsonToken> right;
    private final transient Reading<T> reading;

    Value(Class<T> type, Predicate<JsonToken> right, Reading<T> reading) {
      super(type);
      this.right = right;
      this.reading = reading;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      if (!right.test(parser.currentToken())) {
        return context.reportInputMismatch(this, "wrong type");
      }
      try {
        return reading.read(parser);
      } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
        throw InvalidFormatException.from(parser, "no such value", parser.getText(), _valueClass);
      }
    }
  }

  /** Constants by their names alone: not by their numbers, and no empty text. */
  private static final class Constants extends BeanDeserializerModifier {
    private static final long serialVersionUID = 1L;

    @Override
    public JsonDeserializer<?> modifyEnumDeserializer(
        DeserializationConfig config,
        JavaType type,
        BeanDescription description,
        JsonDeserializer<?> deserializer) {
      return constant(type.getRawClass());
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // known as a class of constants only
    private static JsonDeserializer<?> constant(Class<?> type) {
      return new Value<>(
          (Class<Enum>) type,
          token -> token == JsonToken.VALUE_STRING,
          parser -> Enum.valueOf((Class<Enum>) type, parser.getText()));
    }
  }
}
