package org.otklik.web.image;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is sent to have a folder of the inbox looked at. */
@Schema(name = "NewFolderBatch")
public record NewFolderBatchView(
    @Schema(required = true, description = "Code of the client it belongs to.") String client,
    @Schema(required = true, maxLength = 200) String name,
    @Schema(
            required = true,
            description =
                "Below the client's own folder of the server's inbox; \".\" for all of it.",
            examples = "2026-11/portraits")
        String folder) {}
