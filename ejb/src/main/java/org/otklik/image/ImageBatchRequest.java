package org.otklik.image;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.request.RequestText;
import org.otklik.request.SingleLine;

/** A batch of the images that come with it. */
public record ImageBatchRequest(
    @NotBlank
        @Size(max = 64)
        @SingleLine
        @Schema(description = "Code of the client; not with JSON.")
        String client,
    @NotBlank
        @Size(max = MAX_NAME_LENGTH)
        @SingleLine
        @Schema(description = "Name of the batch; not with JSON.")
        String name) {
  static final int MAX_NAME_LENGTH = 200;

  public ImageBatchRequest {
    client = RequestText.stripped(client);
    name = RequestText.stripped(name);
  }
}
