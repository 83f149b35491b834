package org.otklik.web.creative;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.analysis.result.SegmentSize;

/** A value of an attribute that a creative's viewers have. */
@Schema(name = "SegmentSize")
public record SegmentSizeView(
    String attribute,
    String value,
    @Schema(description = "Viewers with an included viewing.") int viewers) {

  static SegmentSizeView of(SegmentSize size) {
    return new SegmentSizeView(size.attribute(), size.value(), size.viewers());
  }
}
