package org.otklik.web.access;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is sent to rename a client; read by {@link ClientResource} field by field. */
@Schema(name = "RenamedClient")
public record RenamedClientView(
    @Schema(required = true, description = "Name as shown.") String name) {}
