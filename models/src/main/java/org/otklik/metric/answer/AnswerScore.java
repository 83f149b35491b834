package org.otklik.metric.answer;

import org.otklik.statistics.ViewerBootstrap;

/**
 * A score of viewers' answers with its 95% confidence interval by {@linkplain ViewerBootstrap
 * bootstrap over viewers}.
 *
 * @param value of NPS -100..100, of CSAT 0..100
 * @param low the whole range's end where a single viewer answered
 * @param high likewise
 * @param n viewers who answered
 * @param highAnswers viewers who count for it: promoters, or the satisfied
 * @param lowAnswers viewers who count against it: detractors; of CSAT those who are not satisfied
 */
public record AnswerScore(
    double value, double low, double high, int n, int highAnswers, int lowAnswers) {}
