package org.otklik.request;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A field of a request, or of a record within it: what it is called there, and what may stand in
 * it.
 *
 * @param name with the names of those around it: {@code recurrence.every}
 */
record RequestField(String name, AnnotatedType declared, AnnotatedElement constraints) {
  /** By the names that lead to it; those of a map's keys count. */
  static RequestField of(Class<?> request, List<String> path) {
    AnnotatedType type = null;
    AnnotatedElement constraints = request;
    Class<?> around = request;
    for (String name : path) {
      if (type != null && raw(type.getType()) == Map.class) {
        type = argument(type, 1);
        constraints = type;
      } else {
        RecordComponent component = component(around, name);
        type = component.getAnnotatedType();
        constraints = field(around, component);
      }
      around = raw(isList(type) ? argument(type, 0).getType() : type.getType());
    }
    return new RequestField(String.join(".", path), type, constraints);
  }

  private static RecordComponent component(Class<?> record, String name) {
    return Arrays.stream(record.getRecordComponents())
        .filter(component -> component.getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(record + " has no " + name));
  }

  private static AnnotatedElement field(Class<?> record, RecordComponent component) {
    try {
      return record.getDeclaredField(component.getName());
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The names of a record's fields, in their order. */
  static String names(Class<?> record, String prefix) {
    return Arrays.stream(record.getRecordComponents())
        .map(component -> prefix + component.getName())
        .collect(Collectors.joining(", "));
  }

  boolean isScalar() {
    return isScalar(raw(declared.getType()));
  }

  /** Whether it has a list of values by name. */
  boolean isOfLists() {
    return raw(declared.getType()) == Map.class && isList(argument(declared, 1));
  }

  boolean isText() {
    return declared.getType() == String.class;
  }

  static boolean isScalar(Class<?> type) {
    return !type.isRecord() && type != Map.class && !Collection.class.isAssignableFrom(type);
  }

  /** What it must be, in the words of JSON. */
  String jsonType() {
    return isList(declared)
        ? "array of " + jsonType(argument(declared, 0).getType()) + "s"
        : jsonType(declared.getType());
  }

  private static String jsonType(Type type) {
    Class<?> raw = raw(type);
    if (raw == Boolean.class) {
      return "boolean";
    }
    if (raw == Integer.class) {
      return "integer";
    }
    if (raw == Double.class) {
      return "number";
    }
    return raw.isRecord() || raw == Map.class ? "object" : "string";
  }

  /** The values there may be, in a sentence. */
  String possible() {
    AnnotatedType one = isList(declared) ? argument(declared, 0) : declared;
    Class<?> type = raw(one.getType());
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(constant -> ((Enum<?>) constant).name())
          .collect(Collectors.joining(", "));
    }
    if (type == Integer.class || type == Double.class) {
      return range(isList(declared) ? one : constraints);
    }
    return Map.of(
            Boolean.class, "true, false",
            UUID.class, "3f0c4c1e-5a0e-4d8e-9a57-…",
            LocalDate.class, "2026-12-31",
            LocalDateTime.class, "2026-12-01T09:30",
            Map.class, "age:25-34")
        .getOrDefault(type, "…");
  }

  private static String range(AnnotatedElement limited) {
    Optional<String> min =
        first(
            limited(limited, Min.class).map(limit -> Long.toString(limit.value())),
            limited(limited, DecimalMin.class).map(DecimalMin::value));
    Optional<String> max =
        first(
            limited(limited, Max.class).map(limit -> Long.toString(limit.value())),
            limited(limited, DecimalMax.class).map(DecimalMax::value));
    if (min.isPresent() && max.isPresent()) {
      return min.get() + "…" + max.get();
    }
    return min.map(limit -> "≥ " + limit)
        .or(() -> max.map(limit -> "≤ " + limit))
        .orElse("0, 1, 2, …");
  }

  private static <A extends java.lang.annotation.Annotation> Optional<A> limited(
      AnnotatedElement limited, Class<A> kind) {
    return Optional.ofNullable(limited.getAnnotation(kind));
  }

  @SafeVarargs
  private static Optional<String> first(Optional<String>... limits) {
    return Stream.of(limits)
        .flatMap(Optional::stream)
        .map(limit -> limit.replaceFirst("\\.0$", ""))
        .findFirst();
  }

  private static boolean isList(AnnotatedType type) {
    return Collection.class.isAssignableFrom(raw(type.getType()));
  }

  private static AnnotatedType argument(AnnotatedType type, int place) {
    return ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[place];
  }

  private static Class<?> raw(Type type) {
    return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
  }
}
