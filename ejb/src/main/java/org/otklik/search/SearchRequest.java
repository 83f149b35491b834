package org.otklik.search;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.request.RequestText;
import org.otklik.request.SingleLine;

/** What is looked for. */
@Schema(name = "SearchQuery")
public record SearchRequest(
    @NotBlank
        @Size(min = 2, max = 200)
        @SingleLine
        @Schema(description = "A part of the name, in capitals or not.")
        String text,
    @Min(1) @Max(100) @Schema(defaultValue = "10", description = "Of each kind, at most.")
        Integer limit) {
  private static final int USUAL_LIMIT = 10;

  public SearchRequest {
    text = RequestText.stripped(text);
    limit = limit == null ? USUAL_LIMIT : limit;
  }
}
