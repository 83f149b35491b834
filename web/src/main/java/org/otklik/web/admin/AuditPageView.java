package org.otklik.web.admin;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Some lines of the audit log. */
@Schema(name = "AuditPage")
public record AuditPageView(
    @Schema(description = "How many lines there are in all.") long total,
    @Schema(description = "The newest first.") List<AuditEntryView> entries) {}
