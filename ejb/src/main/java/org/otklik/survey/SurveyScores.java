package org.otklik.survey;

import org.otklik.metric.answer.AnswerCorrelation;
import org.otklik.metric.answer.AnswerScore;

/**
 * What a campaign's viewers answered, and how it goes with what their faces showed.
 *
 * @param nps null when nobody answered, or fewer than may be shown together
 * @param csat likewise
 * @param npsCorrelation null where too few viewers were both asked and observed, or all are alike
 * @param csatCorrelation likewise
 */
public record SurveyScores(
    AnswerScore nps,
    AnswerScore csat,
    AnswerCorrelation npsCorrelation,
    AnswerCorrelation csatCorrelation) {}
