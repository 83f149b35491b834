package org.otklik.clip;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.analysis.group.ViewerSegment;
import org.otklik.request.RequestText;

/** A clip to be made. */
@Schema(name = "NewClip")
public record ClipRequest(
    @NotNull @Min(0) @Schema(description = "Where it begins, in the creative's time.")
        Integer beginMs,
    @NotNull
        @Min(1)
        @Max(24 * 3600 * 1000)
        @Schema(
            description =
                "Where it ends: half a second to a minute later; ten seconds at most for a GIF.")
        Integer endMs,
    @Schema(defaultValue = "MP4", description = "MP4 has sound; GIF is small and repeats.")
        ClipFormat format,
    @Schema(
            description =
                "The curve of viewers who have, of each of these attributes, one of the values; left out: of"
                    + " everybody.")
        Map<String, List<String>> segment,
    @Pattern(regexp = RequestText.LANGUAGES, message = RequestText.LANGUAGES_LISTED)
        @Schema(description = "Language of the curve's words; your own if left out.")
        String locale) {
  public ClipRequest {
    format = format == null ? ClipFormat.MP4 : format;
    segment = new ViewerSegment(segment, false).values();
  }

  /** Whose curve it shows. */
  public ViewerSegment viewers() {
    return new ViewerSegment(segment, false);
  }
}
