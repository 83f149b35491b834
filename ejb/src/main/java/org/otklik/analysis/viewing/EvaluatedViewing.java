package org.otklik.analysis.viewing;

import org.otklik.metric.Viewing;
import org.otklik.timeline.BaselineState;

/**
 * A viewing as it is to be stored.
 *
 * @param attention null where nothing was recorded of the creative
 * @param turnDegrees clockwise turn that makes its frames upright; null unless NOT_UPRIGHT
 * @param baseline null where the analysis failed
 * @param settingsVersion the version of the campaign's settings that it was judged with
 * @param verdictId the analyst's verdict that it was judged with; null where there is none
 */
record EvaluatedViewing(
    long recordingId,
    long runId,
    Viewing contact,
    Double attention,
    Integer turnDegrees,
    BaselineState baseline,
    int settingsVersion,
    Long verdictId) {}
