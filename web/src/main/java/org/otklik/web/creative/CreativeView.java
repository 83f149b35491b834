package org.otklik.web.creative;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.campaign.SummaryState;
import org.otklik.metric.KeyFigures;
import org.otklik.web.video.VideoView;

/** A creative with its state and its newest figures. */
@Schema(name = "Creative")
public record CreativeView(
    UUID id,
    UUID campaign,
    String name,
    int durationMs,
    int durationSeconds,
    int widthPx,
    int heightPx,
    Instant createdAt,
    @Schema(description = "EMPTY: nothing summarised yet; STALE: viewings have changed since.")
        SummaryState summaryState,
    Instant summarisedAt,
    @Schema(
            description =
                "True when the figures include every recording: none is queued or running, and "
                    + "the summary is CURRENT. Poll until then.")
        boolean settled,
    RecordingCountsView recordings,
    @Schema(
            description =
                "Figures of fewer viewers say nothing about others; the portal and reports do not"
                    + " show them.")
        int minGroupSize,
    @Schema(description = "By what is analysed so far; null until a viewing is included.")
        EeiView eei,
    @Schema(description = "By what is analysed so far; null until a viewing is included.")
        EmoNpsView emoNps,
    @Schema(description = "Shares 0..1 as last summarised; null until a viewing is included.")
        KeyFigures keyFigures,
    VideoView video,
    @Schema(description = "True for a call script, which has no video.") boolean script) {

  /** Viewers with an included viewing. */
  public int viewers() {
    return emoNps == null ? 0 : emoNps.viewers();
  }

  /** Whether there are enough viewers for figures over all of them to be shown. */
  public boolean enough() {
    return viewers() >= minGroupSize;
  }
}
