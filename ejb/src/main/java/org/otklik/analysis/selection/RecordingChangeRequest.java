package org.otklik.analysis.selection;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.analysis.viewing.ShownViewings;
import org.otklik.analysis.viewing.ViewingFilter;
import org.otklik.metric.QualityGrade;
import org.otklik.recording.RecordingRequest;
import org.otklik.request.RequestText;
import org.otklik.request.SingleLine;

/**
 * An act on recordings of a campaign: on those that are named, or on all that pass a filter.
 *
 * @param all must be said, so that a forgotten list is not taken for the whole campaign
 */
@Schema(name = "RecordingChange")
public record RecordingChangeRequest(
    @NotNull RecordingAct act,
    @Size(max = RecordingChangeRequest.MAX_RECORDINGS)
        @Schema(description = "The recordings; without all.")
        List<UUID> recordings,
    @Schema(description = "true: all recordings that pass the filter below; without recordings.")
        Boolean all,
    @Schema(description = "Of this creative only.") UUID creative,
    @Schema(defaultValue = "ALL") ShownViewings show,
    @Schema(description = "Of this quality only.") QualityGrade grade,
    @Size(max = 100)
        @SingleLine
        @Schema(description = "Part of a viewer's code, or of an attribute as age:25-34.")
        String text,
    @Size(max = 500) @SingleLine @Schema(description = "Why; needed with EXCLUDE.") String note,
    @Size(max = RecordingRequest.MAX_ATTRIBUTE_LENGTH)
        @SingleLine
        @Schema(description = "The attribute; needed with SET_ATTRIBUTE.")
        String attribute,
    @Size(max = RecordingRequest.MAX_VALUE_LENGTH)
        @SingleLine
        @Schema(description = "Its new value; without one the attribute is removed.")
        String value) {
  static final int MAX_RECORDINGS = 1000;

  public RecordingChangeRequest {
    note = RequestText.strippedOrNull(note);
    attribute = RequestText.strippedOrNull(attribute);
    value = RequestText.strippedOrNull(value);
    text = RequestText.strippedOrNull(text);
  }

  boolean isForAll() {
    return Boolean.TRUE.equals(all);
  }

  ViewingFilter filter() {
    return new ViewingFilter(creative, show == null ? ShownViewings.ALL : show, grade, text);
  }
}
