package org.otklik.analysis.group;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which viewings are put beside others. */
@Schema(name = "GroupOfViewings")
public record ViewerGroup(
    @Schema(
            description =
                "Of one creative, also of another campaign that you may see; left out: of all of the campaign.")
        UUID creative,
    @Schema(
            description =
                "Of viewers who have, of each of these attributes, one of the values; left out: of everybody.")
        Map<String, List<String>> segment,
    @Schema(description = "Of the rest instead: of everybody who is not in the segment.")
        Boolean rest) {

  public ViewerGroup {
    segment = ViewerSegment.sorted(segment);
    rest = Boolean.TRUE.equals(rest);
  }

  public ViewerGroup(UUID creative, Map<String, List<String>> segment) {
    this(creative, segment, false);
  }

  /** Its viewers. */
  public ViewerSegment viewers() {
    return new ViewerSegment(segment, rest);
  }

  /** Whether all viewings of the other group are its own, too, whoever the viewers are. */
  public boolean contains(ViewerGroup other) {
    return mayContain(other) && viewers().contains(other.viewers());
  }

  /** Whether viewings of the other group can be its own: it is of the same creative, or of all. */
  public boolean mayContain(ViewerGroup other) {
    return creative == null || creative.equals(other.creative());
  }
}
