package org.otklik.report.drawing;

import org.otklik.annotation.MarkLane;

/**
 * A marked stretch, as it is drawn beneath a curve.
 *
 * @param label fit for a page
 */
public record CurveMark(MarkLane lane, String label, int beginMs, int endMs) {}
