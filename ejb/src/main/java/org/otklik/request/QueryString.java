package org.otklik.request;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/** The fields of an address. Not by getParameterMap: that may read the content, a large file. */
final class QueryString {
  private QueryString() {}

  /**
   * @param query as it stands after the question mark; null for none
   */
  static Map<String, List<String>> fields(String query) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (String pair : query == null ? new String[0] : query.split("&")) {
      int equals = pair.indexOf('=');
      String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
      if (!name.isEmpty()) {
        fields.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
      }
    }
    return fields;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(ProblemCode.METHOD_REFUSED, "?");
    }
  }
}
