package org.otklik.analysis.frame;

import org.otklik.vision.FrameObservation;

/**
 * A frame's faces with the tracks they belong to.
 *
 * @param tracks one number per face, from 1
 * @param stillSinceMs likewise: the time since which the picture of the face has not changed
 * @param changedShare share of the picture that changed since the sampled frame before, 0..1; null
 *     for the first and where it could not be decoded
 * @param areLooksKept whether it is kept, very coarsely, what its faces look like
 */
public record TrackedFrame(
    FrameObservation observation,
    int[] tracks,
    int[] stillSinceMs,
    Double changedShare,
    boolean areLooksKept) {}
