package org.otklik.share;

import java.time.Instant;
import org.otklik.campaign.Creative;

/**
 * What a link shows.
 *
 * @param sharedBy name of who made the link
 * @param clientName whose creative it is
 * @param until when the link expires
 */
public record SharedCreative(
    Creative creative, String sharedBy, String clientName, Instant until) {}
