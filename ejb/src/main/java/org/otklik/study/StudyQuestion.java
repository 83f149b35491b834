package org.otklik.study;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.recording.RecordingRequest;
import org.otklik.request.RequestText;
import org.otklik.request.SingleLine;

/**
 * A question whose answer becomes an attribute of the viewer.
 *
 * @param attribute its name
 * @param en the question in English
 * @param ru the question in Russian
 */
public record StudyQuestion(
    @NotBlank @Size(max = RecordingRequest.MAX_ATTRIBUTE_LENGTH) @SingleLine String attribute,
    @NotBlank @Size(max = 200) @SingleLine String en,
    @NotBlank @Size(max = 200) @SingleLine String ru,
    @NotNull
        @Size(min = 2, max = 20)
        @Schema(description = "What there is to choose from; the values of the attribute.")
        List<@NotBlank @Size(max = RecordingRequest.MAX_VALUE_LENGTH) @SingleLine String> values) {
  public StudyQuestion {
    attribute = RequestText.stripped(attribute);
    en = RequestText.stripped(en);
    ru = RequestText.stripped(ru);
    values = values == null ? null : values.stream().map(RequestText::stripped).distinct().toList();
  }
}
