package org.otklik.annotation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.request.RequestText;
import org.otklik.request.SingleLine;

/** A comment as it is to be. */
@Schema(name = "NewComment")
public record CommentRequest(
    @Min(0)
        @Max(MarkRequest.FOUR_HOURS_MS)
        @Schema(
            description = "The time it is about, in milliseconds of the creative; null: all of it.")
        Integer atMs,
    @NotBlank @Size(max = 2000) @SingleLine String text,
    @Schema(description = "Whether reports contain it.", defaultValue = "false") Boolean inReport) {
  public CommentRequest {
    text = text == null ? null : RequestText.stripped(text.replaceAll("\\R+", " "));
    inReport = Boolean.TRUE.equals(inReport);
  }
}
