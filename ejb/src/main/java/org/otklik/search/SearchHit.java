package org.otklik.search;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that was found.
 *
 * @param id public
 * @param name in which the text is found
 * @param about what tells it from others of the same name: the creative of a recording, the format
 *     of a report; null where the name does
 * @param at when it came about
 */
public record SearchHit(
    SearchKind kind,
    UUID id,
    String name,
    String about,
    UUID campaignId,
    String campaignName,
    String clientName,
    Instant at) {}
