package org.otklik.image;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.request.RequestText;
import org.otklik.request.SingleLine;

/** A batch of the images in a folder of the inbox. */
@Schema(name = "NewFolderBatch")
public record FolderBatchRequest(
    @NotBlank @Size(max = 64) @SingleLine @Schema(description = "Code of the client it belongs to.")
        String client,
    @NotBlank @Size(max = ImageBatchRequest.MAX_NAME_LENGTH) @SingleLine String name,
    @NotBlank
        @Size(max = 1000)
        @SingleLine
        @Schema(
            description =
                "Below the client's own folder of the server's inbox; \".\" for all of it.",
            examples = "2026-11/portraits")
        String folder) {
  public FolderBatchRequest {
    client = RequestText.stripped(client);
    name = RequestText.stripped(name);
    folder = RequestText.stripped(folder);
  }

  /** The batch without its images. */
  public ImageBatchRequest batch() {
    return new ImageBatchRequest(client, name);
  }
}
