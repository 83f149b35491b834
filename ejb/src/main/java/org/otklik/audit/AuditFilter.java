package org.otklik.audit;

import java.time.Instant;

/**
 * Which lines of the audit log are asked for; null leaves a part open.
 *
 * @param from the first instant
 * @param until the first instant no more
 */
public record AuditFilter(String login, AuditKind kind, Instant from, Instant until) {}
