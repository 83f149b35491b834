package org.otklik.analysis.viewing;

import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which viewings of a campaign are put beside others. */
@Schema(name = "GroupOfViewings")
public record ViewerGroup(
    @Schema(description = "Of one creative; left out: of all.") UUID creative,
    @Schema(description = "Of viewers with all of these attributes; left out: of everybody.")
        Map<String, String> segment) {
  public ViewerGroup {
    segment = segment == null ? Map.of() : Map.copyOf(segment);
  }
}
