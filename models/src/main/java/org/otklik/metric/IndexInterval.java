package org.otklik.metric;

/**
 * The emotional experience index with its 95% confidence interval.
 *
 * @param value -100..100
 * @param low -100..100
 * @param high -100..100
 * @param n contacts counted: positive + negative + neutral
 * @param excluded contacts that are in no denominator
 */
public record IndexInterval(
    double value,
    double low,
    double high,
    int n,
    int positive,
    int negative,
    int neutral,
    int excluded) {}
