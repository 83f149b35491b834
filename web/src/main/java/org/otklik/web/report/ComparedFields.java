package org.otklik.web.report;

import java.util.Map;
import java.util.Optional;
import org.otklik.analysis.ViewerGroup;
import org.otklik.report.ComparedGroups;
import org.otklik.web.api.JsonFields;

/** Reads which groups of viewings are to be put side by side, for reports and their schedules. */
public final class ComparedFields {
  private ComparedFields() {}

  /** Empty when the report is to be about the whole campaign. */
  public static Optional<ComparedGroups> read(JsonFields fields) {
    return fields
        .object("compared", "first", "second")
        .map(groups -> new ComparedGroups(group(groups, "first"), group(groups, "second")));
  }

  /** Left out, it is of all creatives and all viewers. */
  private static ViewerGroup group(JsonFields groups, String name) {
    return groups
        .object(name, "creative", "segment")
        .map(group -> new ViewerGroup(group.id("creative"), group.pairs("segment")))
        .orElseGet(() -> new ViewerGroup(null, Map.of()));
  }
}
