package org.otklik.access;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.identity.Client;

/** Another name of a client; checked as a {@link ClientRequest}. */
@Schema(name = "RenamedClient")
public record ClientNameRequest(
    @NotBlank @Size(max = Client.MAX_NAME_LENGTH) @Schema(description = "Name as shown.")
        String name) {}
