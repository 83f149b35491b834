package org.otklik.analysis.frame;

import org.otklik.vision.FrameObservation;

/**
 * A frame's faces with the tracks they belong to.
 *
 * @param tracks one number per face, from 1
 */
public record TrackedFrame(FrameObservation observation, int[] tracks) {}
