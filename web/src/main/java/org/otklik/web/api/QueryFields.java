package org.otklik.web.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.otklik.problem.Fields;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/** What an upload says of its film in the query: there is no room for it in the content. */
public final class QueryFields {
  private final Map<String, List<String>> values;

  /**
   * @param known the fields there may be: a misspelt consent must not be lost in silence
   */
  public QueryFields(Map<String, List<String>> values, String... known) {
    this.values = values;
    for (String name : new TreeSet<>(values.keySet())) {
      if (!List.of(known).contains(name)) {
        throw new ProblemException(
            ProblemCode.FIELD_UNKNOWN, Fields.shortened(name), String.join(", ", known));
      }
    }
  }

  /** Null when left out. */
  public String text(String name) {
    List<String> given = values.getOrDefault(name, List.of());
    if (given.size() > 1) {
      throw new ProblemException(
          ProblemCode.FIELD_INVALID, name, Fields.shortened(given.get(1)), "1 ×");
    }
    return given.isEmpty() ? null : given.get(0);
  }

  public int wholeNumber(String name, int otherwise) {
    String text = text(name);
    if (text == null || text.isBlank()) {
      return otherwise;
    }
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      throw new ProblemException(
          ProblemCode.FIELD_INVALID, name, Fields.shortened(text), "0, 1, 2, …");
    }
  }

  public boolean flag(String name, boolean otherwise) {
    String text = text(name);
    if (text == null) {
      return otherwise;
    }
    if (text.equals("true") || text.equals("false")) {
      return text.equals("true");
    }
    throw new ProblemException(
        ProblemCode.FIELD_INVALID, name, Fields.shortened(text), "true, false");
  }

  /** Null when left out. */
  public UUID id(String name) {
    String text = text(name);
    try {
      return text == null || text.isBlank() ? null : UUID.fromString(text.strip());
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          ProblemCode.FIELD_INVALID, name, Fields.shortened(text), "3f0c4c1e-5a0e-4d8e-9a57-…");
    }
  }

  /** Pairs written as {@code name:value}, in the order given. */
  public Map<String, String> pairs(String name) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String text : values.getOrDefault(name, List.of())) {
      int colon = text.indexOf(':');
      boolean whole =
          colon > 0
              && colon < text.length() - 1
              && text.codePoints().noneMatch(Character::isISOControl);
      if (!whole || pairs.put(text.substring(0, colon), text.substring(colon + 1)) != null) {
        throw new ProblemException(
            ProblemCode.FIELD_INVALID, name, Fields.shortened(text), "age:25-34");
      }
    }
    return pairs;
  }
}
