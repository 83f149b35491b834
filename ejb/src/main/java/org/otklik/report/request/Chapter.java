package org.otklik.report.request;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;

/** A part of reports that can be left out; the cover is always there. In the order of reports. */
public enum Chapter {
  SUMMARY,
  COMMENTS,
  CURVE,
  MOMENTS,
  EMOTIONS,
  MOVEMENTS,
  VOICE,
  TRAILERS,
  SEGMENTS,
  VIEWINGS,
  METHODS;

  /** What reports have unless somebody chooses: all but details that not everybody asks for. */
  public static List<Chapter> standard() {
    return List.copyOf(EnumSet.complementOf(EnumSet.of(MOVEMENTS)));
  }

  /** Each once, in the order of reports. */
  public static List<Chapter> sorted(Collection<Chapter> chapters) {
    return chapters.isEmpty() ? List.of() : List.copyOf(EnumSet.copyOf(chapters));
  }
}
