package org.otklik.web.recording;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.metric.QualityGrade;

/** A page of a campaign's recordings. */
@Schema(name = "RecordingPage")
public record RecordingPageView(
    @Schema(description = "How many pass the filter, on all pages.") int total,
    @Schema(description = "From 1; the last one where the page asked for is beyond it.") int page,
    List<Line> recordings) {

  /** A recording with its creative. */
  @Schema(name = "RecordingLine")
  public record Line(
      UUID creative,
      @Schema(description = "How reliable the viewing is; null until analysed.") QualityGrade grade,
      RecordingView recording) {}
}
