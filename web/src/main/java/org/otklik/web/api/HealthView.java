package org.otklik.web.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That the application is there. */
@Schema(name = "Health")
public record HealthView(String status) {}
