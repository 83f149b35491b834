package org.otklik.administration;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * One thing that is wrong now.
 *
 * @param figures what its sentence names, as {@link TroubleKind} says; numbers, times and names
 */
public record Trouble(TroubleKind kind, List<Object> figures) {
  static Trouble of(TroubleKind kind, Object... figures) {
    return new Trouble(kind, Collections.unmodifiableList(Arrays.asList(figures)));
  }
}
