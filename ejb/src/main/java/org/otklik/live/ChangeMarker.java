package org.otklik.live;

/**
 * Whether anything happens in any campaign, cheap enough to be asked every second. While it is
 * busy, and whenever it differs from the last one, something may have changed.
 *
 * @param newest the newest job, recording, creative and verdict and how many reports there are, in
 *     one text
 * @param busy whether a job waits or runs
 */
public record ChangeMarker(String newest, boolean busy) {}
