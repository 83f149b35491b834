package org.otklik.web.recording;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.analysis.run.RunSettings;
import org.otklik.timeline.BaselineMethod;

/** The settings that a run was, or will be, made with. */
@Schema(name = "RunSettings")
public record RunSettingsView(
    @Schema(description = "Frames sampled per second.") double sampleHz,
    @Schema(description = "Thresholds of the models and of quality.", type = SchemaType.OBJECT)
        JsonObject vision,
    @Schema(
            description =
                "Clockwise turn of each frame beyond what the file asks for: 0, 90, 180 or 270.")
        int turnDegrees,
    @Schema(description = "How the viewer baseline is found that is corrected for.")
        BaselineMethod baseline,
    @Schema(description = "Length of the first seconds, for FIRST_SECONDS; otherwise null.")
        Integer baselineSeconds,
    @Schema(description = "Standard deviation of the smoothing in time; 0: none.") int smoothingMs,
    @Schema(
            description =
                "True where these corrections were asked for with the analysis; false where they"
                    + " are those of the campaign's settings.")
        boolean ownCorrection) {

  /** Looking for the provider takes longer than reading a small object. */
  private static final JsonProvider JSON = JsonProvider.provider();

  static RunSettingsView of(RunSettings settings) {
    try (JsonReader reader = JSON.createReader(new StringReader(settings.vision()))) {
      return new RunSettingsView(
          settings.sampleHz(),
          reader.readObject(),
          settings.turnDegrees(),
          settings.correction().baseline(),
          settings.correction().baselineSeconds(),
          settings.correction().smoothingMs(),
          settings.ownCorrection());
    }
  }
}
