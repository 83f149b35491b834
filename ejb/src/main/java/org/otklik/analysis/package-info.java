/**
 * The steps that the analysis jobs call, in their order: {@link
 * org.otklik.analysis.AnalysisService} from the request of a run to its last frame, {@link
 * org.otklik.analysis.SummaryService} from frames to viewings and from viewings to the creative's
 * results.
 */
package org.otklik.analysis;
