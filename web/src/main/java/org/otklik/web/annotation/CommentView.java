package org.otklik.web.annotation;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.annotation.CreativeComment;

/** A comment on a creative, or on a time of it. */
@Schema(name = "Comment")
public record CommentView(
    UUID id,
    @Schema(description = "In milliseconds of the creative; null: all of it.") Integer atMs,
    String text,
    @Schema(description = "Whether reports contain it.") boolean inReport,
    Instant changedAt,
    @Schema(description = "Name of the user who last changed it.") String changedBy) {

  static CommentView of(CreativeComment comment) {
    return new CommentView(
        comment.publicId(),
        comment.atMs(),
        comment.content(),
        comment.isInReport(),
        comment.changedAt(),
        comment.changedBy().displayName());
  }
}
