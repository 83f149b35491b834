package org.otklik.vision.face;

/**
 * How sure the detector is of a face that stands upright in a frame as it is, and turned: its best
 * score, 0..1, or 0 where it finds none. Which faces stand, their landmarks say: a detector may
 * find those that lie as surely.
 *
 * @param asItIs of the frame itself
 * @param right of the frame turned clockwise by 90 degrees
 * @param around by 180 degrees
 * @param left by 270 degrees
 */
public record TurnScores(float asItIs, float right, float around, float left) {}
