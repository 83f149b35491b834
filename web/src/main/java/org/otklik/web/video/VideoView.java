package org.otklik.web.video;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.problem.ProblemCode;
import org.otklik.video.VideoCondition;
import org.otklik.video.VideoState;

/** Whether a video can be played. */
@Schema(name = "Video")
public record VideoView(
    @Schema(
            description =
                "PREPARING: a copy for browsers is in progress; NONE: none is possible; DELETED: retention has deleted it. Analysis waits for no copy.")
        VideoState state,
    @Schema(description = "Why there is no copy; null unless NONE or DELETED.")
        ProblemCode reason) {

  public static VideoView of(VideoCondition condition) {
    return new VideoView(condition.state(), condition.reason());
  }
}
