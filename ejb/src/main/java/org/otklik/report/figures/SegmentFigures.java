package org.otklik.report.figures;

import java.util.Optional;
import org.otklik.metric.IndexInterval;

/**
 * The viewers who share one attribute.
 *
 * @param viewers those with a viewing that counts
 * @param index empty where there are too few viewers to be shown
 * @param nps at the campaign's K; empty with the index
 */
public record SegmentFigures(
    String attribute,
    String value,
    int viewers,
    Optional<IndexInterval> index,
    Optional<NpsRange.Point> nps) {}
