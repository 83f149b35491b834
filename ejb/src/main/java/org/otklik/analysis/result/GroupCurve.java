package org.otklik.analysis.result;

import java.util.Map;
import org.otklik.metric.GroupResult;

/**
 * What a group of a creative's viewers showed, second by second and on the whole.
 *
 * @param segment attributes that the viewers have; empty for everybody
 * @param minGroupSize seconds with fewer viewers are to be read with care
 * @param settings that all is calculated with
 * @param progress how much of the creative's recordings is analysed
 */
public record GroupCurve(
    Map<String, String> segment,
    int minGroupSize,
    FigureSettings settings,
    AnalysisProgress progress,
    GroupResult result) {}
