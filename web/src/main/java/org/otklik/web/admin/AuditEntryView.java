package org.otklik.web.admin;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.audit.AuditEntry;
import org.otklik.audit.AuditKind;
import org.otklik.audit.AuditOutcome;
import org.otklik.audit.AuditSubject;

/** A line of the audit log. */
@Schema(name = "AuditEntry")
public record AuditEntryView(
    long id,
    Instant happenedAt,
    @Schema(description = "Login; null for the server itself and for an unknown login.")
        String user,
    @Schema(description = "Network address; null where no request came over the network.")
        String address,
    AuditKind kind,
    AuditOutcome outcome,
    @Schema(description = "Its object; null if there is none.") AuditSubject subject,
    String detail) {
  static AuditEntryView of(AuditEntry entry) {
    return new AuditEntryView(
        entry.id(),
        entry.happenedAt(),
        entry.login(),
        entry.address(),
        entry.kind(),
        entry.outcome(),
        entry.subject(),
        entry.detail());
  }
}
