package org.otklik.web.creative;

import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.analysis.viewing.ViewerTimeline;
import org.otklik.metric.ResponseType;

/** An included viewing, second by second. */
@Schema(name = "Timeline")
public record TimelineView(
    UUID recordingId,
    String viewerCode,
    Map<String, String> segments,
    ResponseType response,
    @Schema(
            description =
                "A letter for each second: P positive, N negative, O neutral, - not observed.")
        String states) {

  static TimelineView of(ViewerTimeline timeline) {
    return new TimelineView(
        timeline.recordingId(),
        timeline.viewerCode(),
        timeline.segments(),
        timeline.response(),
        timeline.states());
  }
}
