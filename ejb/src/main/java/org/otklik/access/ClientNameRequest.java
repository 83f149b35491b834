package org.otklik.access;

import org.otklik.identity.Client;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Another name of a client; checked as a {@link ClientRequest}. */
@Schema(name = "RenamedClient")
public record ClientNameRequest(
    @NotBlank @Size(max = Client.LONGEST_NAME) @Schema(description = "Name as shown.")
        String name) {}
