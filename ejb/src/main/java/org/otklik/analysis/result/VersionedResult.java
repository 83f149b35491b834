package org.otklik.analysis.result;

import org.otklik.metric.GroupResult;

/** All that a group of viewings amounts to, and the settings that this is told with. */
public record VersionedResult(FigureSettings settings, GroupResult result) {}
