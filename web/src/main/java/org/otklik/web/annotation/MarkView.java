package org.otklik.web.annotation;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.annotation.CreativeMark;
import org.otklik.annotation.MarkLane;

/** A marked stretch of a creative. */
@Schema(name = "Mark")
public record MarkView(
    UUID id,
    MarkLane lane,
    @Schema(description = "Null where the lane says all.") String name,
    int beginMs,
    int endMs,
    String note,
    Instant changedAt,
    @Schema(description = "Name of the user who last changed it.") String changedBy) {

  static MarkView of(CreativeMark mark) {
    return new MarkView(
        mark.publicId(),
        mark.lane(),
        mark.name(),
        mark.beginMs(),
        mark.endMs(),
        mark.note(),
        mark.changedAt(),
        mark.changedBy().displayName());
  }
}
