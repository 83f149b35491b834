package org.otklik.analysis;

/**
 * The viewers who share one attribute, without the intervals of their figures.
 *
 * @param viewers those with a contact that counts
 * @param eei null where there are too few to be shown
 * @param emoNps null with {@code eei}; at the campaign's K
 */
public record SegmentGlance(
    String attribute, String value, int viewers, Double eei, Double emoNps) {}
