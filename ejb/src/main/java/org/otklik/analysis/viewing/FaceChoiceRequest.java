package org.otklik.analysis.viewing;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which face of a recording is the viewer's. */
@Schema(name = "FaceChoice")
public record FaceChoiceRequest(
    @NotNull @PositiveOrZero @Schema(description = "Time of a frame that shows the face.")
        Integer mediaTimeMs,
    @NotNull
        @PositiveOrZero
        @Schema(description = "A place within the face, in pixels of the upright frame.")
        Integer xPx,
    @NotNull
        @PositiveOrZero
        @Schema(description = "A place within the face, in pixels of the upright frame.")
        Integer yPx,
    @Schema(
            description =
                "True where the faces that follow one another there are one person, however unlike they look.",
            defaultValue = "false")
        Boolean isOnePerson) {

  public boolean saysOnePerson() {
    return Boolean.TRUE.equals(isOnePerson);
  }
}
