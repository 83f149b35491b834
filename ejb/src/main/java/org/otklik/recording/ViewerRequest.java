package org.otklik.recording;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.otklik.request.RequestText;
import org.otklik.request.SingleLine;

/** Other attributes of a viewer, in place of those there are. */
public record ViewerRequest(
    String viewer,
    @Size(max = RecordingRequest.MAX_ATTRIBUTES)
        Map<
                @NotBlank @Size(max = RecordingRequest.MAX_ATTRIBUTE_LENGTH) @SingleLine String,
                @NotBlank @Size(max = RecordingRequest.MAX_VALUE_LENGTH) @SingleLine String>
            segment) {
  public ViewerRequest {
    segment = RequestText.stripped(segment);
  }
}
