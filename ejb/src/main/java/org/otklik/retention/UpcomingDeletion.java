package org.otklik.retention;

import java.time.Instant;
import java.util.UUID;

/**
 * What is to be deleted of one class in one campaign.
 *
 * @param client its name
 * @param count recordings, viewers who answered, or reports
 * @param bytes of their files, each counted for whatever refers to it; null for rows
 * @param firstDueAt when the first of them is due; may have passed
 * @param isHeld a hold keeps it nevertheless
 */
public record UpcomingDeletion(
    UUID campaign,
    String campaignName,
    String client,
    DataClass dataClass,
    int count,
    Long bytes,
    Instant firstDueAt,
    boolean isHeld) {}
