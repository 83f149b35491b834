package org.otklik.recording;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.request.RequestText;
import org.otklik.request.SingleLine;
import org.otklik.text.PlainText;

/** What a viewer is called and known by from now on, in place of what there was. */
@Schema(name = "Viewer")
public record ViewerRequest(
    @NotBlank
        @Size(max = RecordingRequest.MAX_VIEWER_LENGTH)
        @SingleLine
        @Schema(description = "The viewer's pseudonym; never a name.")
        String code,
    @Size(max = RecordingRequest.MAX_ATTRIBUTES)
        @Schema(description = "Attributes to compare viewers by; without any, those there are go.")
        Map<
                @NotBlank @Size(max = RecordingRequest.MAX_ATTRIBUTE_LENGTH) @SingleLine String,
                @NotBlank @Size(max = RecordingRequest.MAX_VALUE_LENGTH) @SingleLine String>
            segment) {
  public ViewerRequest {
    code = code == null ? null : PlainText.code(code);
    segment = RequestText.stripped(segment);
  }
}
