package org.otklik.analysis.run;

import java.util.List;
import org.otklik.emotion.Polarity;
import org.otklik.timeline.ViewerSecond;

/**
 * A run's seconds have been stored, in the same transaction.
 *
 * @param polarity by which they were grouped
 */
public record SecondsStored(AnalysisRun run, List<ViewerSecond> seconds, Polarity polarity) {}
