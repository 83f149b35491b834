package org.otklik.report;

import org.otklik.metric.Comparison;

/**
 * A report about two groups of a campaign's viewings.
 *
 * @param sameAd whether both saw one and the same creative
 * @param comparison every difference is the first's figure minus the second's
 */
public record ComparisonReport(
    ReportFacts facts,
    boolean sameAd,
    GroupFigures first,
    GroupFigures second,
    Comparison comparison)
    implements ReportContents {}
