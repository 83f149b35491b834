package org.otklik.statistics;

/**
 * A share with its 95% confidence interval.
 *
 * @param share 0..1
 * @param low 0..share
 * @param high share..1
 * @param n of how many
 */
public record ShareInterval(double share, double low, double high, int n) {}
