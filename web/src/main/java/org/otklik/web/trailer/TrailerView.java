package org.otklik.web.trailer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.trailer.cut.Trailer;
import org.otklik.trailer.cut.TrailerSettings;

/** A trailer that is kept. */
@Schema(name = "Trailer")
public record TrailerView(
    UUID id,
    UUID creative,
    String name,
    int lengthMs,
    TrailerSettings settings,
    @Schema(
            description =
                "How often chance alone gives a score as high as the highest of the creative; null"
                    + " where too few viewers were observed.")
        Double pValue,
    @Schema(description = "The score that chance alone exceeds in one creative of twenty.")
        Double chanceLevel,
    @Schema(description = "In the order of the trailer.") List<TrailerShotView> shots,
    Instant changedAt,
    @Schema(description = "Name of the user who last changed it.") String changedBy) {

  static TrailerView of(Trailer trailer) {
    return new TrailerView(
        trailer.publicId(),
        trailer.creative().publicId(),
        trailer.name(),
        trailer.lengthMs(),
        trailer.settings(),
        trailer.pValue(),
        trailer.chanceLevel(),
        trailer.shots().stream().map(TrailerShotView::of).toList(),
        trailer.changedAt(),
        trailer.changedBy().displayName());
  }
}
