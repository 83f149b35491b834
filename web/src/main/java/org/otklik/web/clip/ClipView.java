package org.otklik.web.clip;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.analysis.run.RunState;
import org.otklik.clip.Clip;
import org.otklik.clip.ClipFormat;
import org.otklik.problem.ProblemCode;

/** A stretch of a creative with its curve. */
@Schema(name = "Clip")
public record ClipView(
    UUID id,
    @Schema(description = "Where it begins, in the creative's time.") int beginMs,
    int endMs,
    ClipFormat format,
    @Schema(description = "Whose curve it shows, by attribute; empty for everybody.")
        Map<String, List<String>> segment,
    RunState state,
    @Schema(description = "How much of it is written, of 100.") int percentDone,
    @Schema(description = "Why there is none; null unless it failed.") ProblemCode failureCode,
    int widthPx,
    @Schema(description = "The curve beneath counted in.") int heightPx,
    Instant requestedAt) {

  static ClipView of(Clip clip) {
    return new ClipView(
        clip.publicId(),
        clip.beginMs(),
        clip.endMs(),
        clip.format(),
        clip.viewers().values(),
        clip.state(),
        clip.percentDone(),
        clip.failureCode(),
        clip.widthPx(),
        clip.heightPx(),
        clip.requestedAt());
  }
}
