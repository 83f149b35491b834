package org.otklik.analysis.result;

import org.otklik.analysis.group.ViewerSegment;
import org.otklik.metric.GroupResult;

/**
 * What a group of a creative's viewers showed, second by second and on the whole.
 *
 * @param segment its viewers
 * @param minGroupSize seconds with fewer viewers are to be read with care
 * @param settings that all is calculated with
 * @param progress how much of the creative's recordings is analysed
 */
public record GroupCurve(
    ViewerSegment segment,
    int minGroupSize,
    FigureSettings settings,
    AnalysisProgress progress,
    GroupResult result) {}
