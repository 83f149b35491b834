package org.otklik.analysis.result;

import java.util.Set;
import org.otklik.settings.MetricSettings;

/**
 * The one version of a campaign's settings that figures are of.
 *
 * @param version its number
 * @param judgingAlike the versions by which every viewing is judged as by this one; viewings judged
 *     by another are not in the figures
 */
public record FigureSettings(int version, MetricSettings metric, Set<Integer> judgingAlike) {}
