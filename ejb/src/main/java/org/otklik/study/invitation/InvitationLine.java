package org.otklik.study.invitation;

import java.time.Instant;

/**
 * A personal link, and what became of it.
 *
 * @param state of the participation it led to; null while nobody has followed it
 * @param changedAt when that state was reached; null likewise
 */
public record InvitationLine(String code, String linkCode, String state, Instant changedAt) {}
