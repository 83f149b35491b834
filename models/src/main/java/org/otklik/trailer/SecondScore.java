package org.otklik.trailer;

/**
 * How strongly a creative's viewers responded to one of its seconds, in standard deviations of a
 * single viewer's second from that viewer's own mean.
 *
 * @param second of the creative, 0-based
 * @param score null where too few viewers were observed
 * @param low of the 95 % interval by Student's t; null with the score, or of fewer than three
 *     viewers
 * @param high null with {@code low}
 * @param viewers of how many
 */
public record SecondScore(int second, Double score, Double low, Double high, int viewers) {}
