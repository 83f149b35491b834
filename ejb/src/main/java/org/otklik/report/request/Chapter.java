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
  VOICE,
  TRAILERS,
  SEGMENTS,
  VIEWINGS,
  METHODS;

  public static List<Chapter> all() {
    return List.of(values());
  }

  /** Each once, in the order of reports. */
  public static List<Chapter> sorted(Collection<Chapter> chapters) {
    return chapters.isEmpty() ? List.of() : List.copyOf(EnumSet.copyOf(chapters));
  }
}
