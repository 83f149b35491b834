package org.otklik.report.request;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.analysis.group.ViewerGroup;

/** The two groups of viewings that a report puts side by side; one left out is everybody. */
@Schema(name = "ComparedGroups")
public record ComparedGroups(ViewerGroup first, ViewerGroup second) {
  private static final ViewerGroup EVERYBODY = new ViewerGroup(null, Map.of());

  public ComparedGroups {
    first = first == null ? EVERYBODY : first;
    second = second == null ? EVERYBODY : second;
  }
}
