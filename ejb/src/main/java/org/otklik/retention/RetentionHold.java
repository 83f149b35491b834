package org.otklik.retention;

import java.time.Instant;

/**
 * Why nothing of a campaign is deleted by its periods.
 *
 * @param heldBy name of the administrator
 */
public record RetentionHold(String reason, Instant heldAt, String heldBy) {}
