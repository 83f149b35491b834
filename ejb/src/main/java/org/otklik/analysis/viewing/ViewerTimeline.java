package org.otklik.analysis.viewing;

import java.util.Map;
import java.util.UUID;
import org.otklik.metric.ResponseType;

/**
 * An included viewing, second by second of the creative.
 *
 * @param states a letter for each second: P positive, N negative, O neutral, - not observed
 */
public record ViewerTimeline(
    UUID recordingId,
    String viewerCode,
    Map<String, String> segments,
    ResponseType response,
    String states) {}
