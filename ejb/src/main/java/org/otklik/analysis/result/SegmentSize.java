package org.otklik.analysis.result;

/**
 * A group of a creative's viewers.
 *
 * @param viewers those with a viewing that counts
 */
public record SegmentSize(String attribute, String value, int viewers) {}
