package org.otklik.vision.model;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Fields of one object of a card; a field that lacks or is of another kind is named. */
final class CardFields {

  private final String card;
  private final JsonObject object;

  CardFields(String card, JsonObject object) {
    this.card = card;
    this.object = object;
  }

  boolean has(String field) {
    return object.containsKey(field);
  }

  String text(String field) {
    if (object.get(field) instanceof JsonString string && !string.getString().isBlank()) {
      return string.getString();
    }
    throw fault(field + " must be a text");
  }

  double number(String field) {
    if (object.get(field) instanceof JsonNumber number) {
      return number.doubleValue();
    }
    throw fault(field + " must be a number");
  }

  int whole(String field) {
    if (object.get(field) instanceof JsonNumber number && number.isIntegral()) {
      return number.intValueExact();
    }
    throw fault(field + " must be a whole number");
  }

  <E extends Enum<E>> E oneOf(Class<E> type, String field) {
    String name = text(field);
    try {
      return Enum.valueOf(type, name.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException e) {
      throw fault(field + " is unknown: " + name);
    }
  }

  CardFields object(String field) {
    if (object.get(field) instanceof JsonObject inner) {
      return new CardFields(card, inner);
    }
    throw fault(field + " must be an object");
  }

  List<CardFields> objects(String field) {
    return array(field).stream()
        .map(
            value -> {
              if (value instanceof JsonObject inner) {
                return new CardFields(card, inner);
              }
              throw fault(field + " must be a list of objects");
            })
        .toList();
  }

  List<String> texts(String field) {
    return array(field).stream()
        .map(
            value -> {
              if (value instanceof JsonString string) {
                return string.getString();
              }
              throw fault(field + " must be a list of texts");
            })
        .toList();
  }

  List<Integer> wholes(String field) {
    return array(field).stream()
        .map(
            value -> {
              if (value instanceof JsonNumber number && number.isIntegral()) {
                return number.intValueExact();
              }
              throw fault(field + " must be a list of whole numbers");
            })
        .toList();
  }

  List<Double> numbers(String field) {
    return numbers(field, array(field));
  }

  /** A list of lists of numbers. */
  List<List<Double>> rows(String field) {
    return array(field).stream()
        .map(
            value -> {
              if (value instanceof JsonArray row) {
                return numbers(field, row);
              }
              throw fault(field + " must be a list of lists of numbers");
            })
        .toList();
  }

  private List<Double> numbers(String field, JsonArray array) {
    return array.stream().map((JsonValue value) -> number(field, value)).toList();
  }

  private double number(String field, JsonValue value) {
    if (value instanceof JsonNumber number) {
      return number.doubleValue();
    }
    throw fault(field + " must hold numbers only");
  }

  /** Numbers by their names, in the card's order. */
  Map<String, Double> figures(String field) {
    Map<String, Double> figures = new LinkedHashMap<>();
    CardFields inner = object(field);
    inner.object.keySet().forEach(name -> figures.put(name, inner.number(name)));
    return Collections.unmodifiableMap(figures);
  }

  private JsonArray array(String field) {
    if (object.get(field) instanceof JsonArray inner) {
      return inner;
    }
    throw fault(field + " must be a list");
  }

  UnusableModelException fault(String what) {
    return new UnusableModelException("Model card " + card + ": " + what);
  }
}
