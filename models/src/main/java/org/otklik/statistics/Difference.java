package org.otklik.statistics;

/**
 * How much larger a figure is in one group of viewers than in another.
 *
 * @param value the figure of the first group minus that of the second
 * @param low lower end of the 95% confidence interval by bootstrap over viewers; minus infinity
 *     where a group has a single viewer, who says nothing of how viewers differ
 * @param high its upper end
 * @param p two-sided probability of a difference at least as large if the groups were alike, by
 *     permutation over viewers, above 0 and at most 1
 * @param firstN viewers of the first group
 * @param secondN viewers of the second
 */
public record Difference(
    double value, double low, double high, double p, int firstN, int secondN) {}
