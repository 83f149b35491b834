package org.otklik.analysis;

import java.util.Map;
import java.util.UUID;

/**
 * Which viewings of a campaign are put beside others.
 *
 * @param creativeId those of one creative; null for all of the campaign
 * @param segment those of viewers with all of these attributes; empty for everybody
 */
public record ViewerGroup(UUID creativeId, Map<String, String> segment) {
  public ViewerGroup {
    segment = segment == null ? Map.of() : Map.copyOf(segment);
  }
}
