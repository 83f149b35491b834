package org.otklik.it;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code access-matrix.txt}: who may do what. */
final class AccessMatrixTable {
  /** Who calls, from the one who may least. */
  enum Who {
    NOBODY,
    OTHER,
    READER,
    ANALYST,
    ADMINISTRATOR
  }

  /** By what door: a page with its session, a page's script with session and token, a program. */
  enum Door {
    PAGE,
    PORTAL,
    API
  }

  /**
   * A line.
   *
   * @param path with its query and with places for things, {@code {campaign}}
   * @param mediaType null where nothing is sent
   */
  record Line(
      Door door,
      String method,
      String path,
      Map<Who, String> expected,
      String mediaType,
      String content) {
    /** As the description of the interface names it: {@code GET /campaigns/{}}. */
    String operation() {
      String plain = path.replaceFirst("\\?.*", "").replaceFirst("^/api/v1", "");
      return method + " " + plain.replaceAll("\\{[^}]*}", "{}");
    }

    boolean changes() {
      return !method.equals("GET");
    }

    @Override
    public String toString() {
      return door + " " + method + " " + path;
    }
  }

  private static final Pattern LINE =
      Pattern.compile(
          "(PAGE|PORTAL|API) +(\\S+) +(.*?) +(\\w+) +(\\w+) +(\\w+) +(\\w+) +(\\w+)"
              + "(?: +\\| (?:\\[(.*?)] )?(.*))?");

  private AccessMatrixTable() {}

  static List<Line> lines() throws IOException {
    try (InputStream in = AccessMatrixTable.class.getResourceAsStream("access-matrix.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(AccessMatrixTable::line)
          .toList();
    }
  }

  private static Line line(String text) {
    Matcher part = LINE.matcher(text.strip());
    if (!part.matches()) {
      throw new IllegalArgumentException("Not understood: " + text);
    }
    Map<Who, String> expected = new EnumMap<>(Who.class);
    for (Who who : Who.values()) {
      expected.put(who, part.group(4 + who.ordinal()));
    }
    String content = part.group(10);
    String mediaType = part.group(9) == null ? "application/json" : part.group(9);
    return new Line(
        Door.valueOf(part.group(1)),
        part.group(2),
        part.group(3),
        expected,
        content == null ? null : mediaType,
        content);
  }
}
