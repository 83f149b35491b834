package org.otklik.web.campaign;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a campaign is put away. */
@Schema(name = "Archived")
public record ArchivedView(@Schema(defaultValue = "true") boolean archived) {}
