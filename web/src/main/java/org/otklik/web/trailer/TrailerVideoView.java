package org.otklik.web.trailer;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.analysis.run.RunState;
import org.otklik.problem.ProblemCode;
import org.otklik.trailer.video.TrailerVideo;
import org.otklik.trailer.video.VideoShape;

/** A video of a trailer. */
@Schema(name = "TrailerVideo")
public record TrailerVideoView(
    UUID id,
    VideoShape shape,
    boolean dissolves,
    @Schema(description = "Text of the card at its end; null without one.") String closingText,
    @Schema(description = "Whether the client's logo is on that card.") boolean closingLogo,
    RunState state,
    @Schema(description = "How much of it is written, of 100.") int percentDone,
    @Schema(description = "Why there is none; null unless it failed.") ProblemCode failureCode,
    int widthPx,
    int heightPx,
    int lengthMs,
    @Schema(description = "Whether the trailer has the same shots still.") boolean isCurrent,
    Instant requestedAt) {

  static TrailerVideoView of(TrailerVideo video) {
    return new TrailerVideoView(
        video.publicId(),
        video.shape(),
        video.dissolves(),
        video.closingText(),
        video.closingLogo(),
        video.state(),
        video.percentDone(),
        video.failureCode(),
        video.widthPx(),
        video.heightPx(),
        video.lengthMs(),
        video.isCurrent(),
        video.requestedAt());
  }
}
