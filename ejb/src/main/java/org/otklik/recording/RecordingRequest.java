package org.otklik.recording;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.request.RequestText;
import org.otklik.request.SingleLine;
import org.otklik.text.PlainText;

/**
 * What the uploader says of a recording.
 *
 * @param segment attributes to compare viewers by
 */
public record RecordingRequest(
    @NotBlank
        @Size(max = RecordingRequest.MAX_VIEWER_LENGTH)
        @SingleLine
        @Schema(description = "The viewer's pseudonym; never a name.")
        String viewer,
    @Size(max = RecordingRequest.MAX_ATTRIBUTES)
        @Schema(
            type = SchemaType.ARRAY,
            implementation = String.class,
            description = "An attribute to compare viewers by, as name:value; may be repeated.",
            examples = "age:25-34")
        Map<
                @NotBlank @Size(max = RecordingRequest.MAX_ATTRIBUTE_LENGTH) @SingleLine String,
                @NotBlank @Size(max = RecordingRequest.MAX_VALUE_LENGTH) @SingleLine String>
            segment,
    @Min(-RecordingRequest.FOUR_HOURS_MS)
        @Max(RecordingRequest.FOUR_HOURS_MS)
        @Schema(
            description =
                "Time in the recording at which the creative begins, in milliseconds. Without it"
                    + " the creative is listened for, and else taken to begin with the recording.")
        Integer creativeStartMs,
    @Schema(
            implementation = SubjectRole.class,
            description =
                "Who is filmed. Employees and students are refused (EU AI Act, Art. 5(1)(f)).",
            defaultValue = "VIEWER")
        String subjectRole,
    @Size(max = 200) @SingleLine @Schema(description = "Your reference to the viewer's consent.")
        String consent) {
  public static final int MAX_VIEWER_LENGTH = 64;
  public static final int MAX_ATTRIBUTES = 20;
  public static final int MAX_ATTRIBUTE_LENGTH = 40;
  public static final int MAX_VALUE_LENGTH = 100;
  static final int FOUR_HOURS_MS = 4 * 3_600_000;

  public RecordingRequest {
    viewer = viewer == null ? null : PlainText.code(viewer);
    segment = RequestText.stripped(segment);
    subjectRole = SubjectRole.of(subjectRole).name();
    consent = RequestText.strippedOrNull(consent);
  }

  SubjectRole role() {
    return SubjectRole.valueOf(subjectRole);
  }
}
