package org.otklik.analysis.frame;

import java.util.List;

/**
 * A stretch of a run's frames.
 *
 * @param widthPx of the upright frame, in whose pixels the boxes are
 * @param frames in order of time
 * @param nextMs time of the first frame after the stretch; null at the video's end
 */
public record ViewingFrames(
    int widthPx,
    int heightPx,
    int durationMs,
    double sampleHz,
    List<ViewingFrame> frames,
    Integer nextMs) {}
