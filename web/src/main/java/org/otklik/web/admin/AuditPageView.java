package org.otklik.web.admin;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Some lines of the audit log. */
@Schema(name = "AuditPage")
public record AuditPageView(
    @Schema(description = "Total number of entries.") long total,
    @Schema(description = "Newest first.") List<AuditEntryView> entries) {}
