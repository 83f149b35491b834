package org.otklik.analysis.comparison;

import java.util.Map;
import org.otklik.metric.Norm;

/**
 * A creative's figures among those of finished creatives of its kind and length, whoever they
 * belong to: a rank tells nothing of theirs.
 *
 * @param bracket the lengths compared with
 * @param others finished creatives there are in it, but for this one
 * @param norms by figure, in the order of display; without those that this creative has not, and
 *     empty while there are too few others
 */
public record CreativeNorms(LengthBracket bracket, int others, Map<NormedFigure, Norm> norms) {}
