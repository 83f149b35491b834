package org.otklik.audit;

import java.time.Instant;

/**
 * A line of the audit log as it is read.
 *
 * @param login null for the server itself, or where nobody is of the login that was tried
 * @param address null where no request came over the network
 * @param subject null when it was done to nothing in particular
 * @param detail null where nothing is to be added
 */
public record AuditEntry(
    long id,
    Instant happenedAt,
    String login,
    String address,
    AuditKind kind,
    AuditOutcome outcome,
    AuditSubject subject,
    String detail) {}
