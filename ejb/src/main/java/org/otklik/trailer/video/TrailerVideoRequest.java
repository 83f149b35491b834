package org.otklik.trailer.video;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a trailer becomes a video; what is not said is the standard. */
@Schema(name = "TrailerVideoRequest")
public record TrailerVideoRequest(
    @Schema(
            defaultValue = "ORIGINAL",
            description =
                "WIDE is 16:9, SQUARE 1:1, TALL 9:16: the largest such part of the picture, around"
                    + " the faces that the shot shows.")
        VideoShape shape,
    @Schema(
            defaultValue = "false",
            description =
                "Shots dissolve into each other, for 0.4 s; the video is shorter by as much at each"
                    + " cut.")
        Boolean dissolves,
    @Size(max = 80) @Schema(description = "A text that stands on a card of two seconds at the end.")
        String closingText,
    @Schema(defaultValue = "false", description = "The client's logo stands on that card.")
        Boolean closingLogo) {
  public TrailerVideoRequest {
    shape = shape == null ? VideoShape.ORIGINAL : shape;
    dissolves = Boolean.TRUE.equals(dissolves);
    closingLogo = Boolean.TRUE.equals(closingLogo);
    closingText = closingText == null || closingText.isBlank() ? null : closingText.strip();
  }
}
