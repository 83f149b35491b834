package org.otklik.overview;

import java.time.Instant;

/**
 * Which creatives an overview shows.
 *
 * @param text part of the creative's or its campaign's name; null for any
 * @param client code; null for any
 * @param fromSeconds shortest length, whole seconds
 * @param untilSeconds longest length
 * @param since earliest upload; null for any
 * @param until uploads before this; null for any
 */
public record CreativeFilter(
    String text, String client, int fromSeconds, int untilSeconds, Instant since, Instant until) {}
