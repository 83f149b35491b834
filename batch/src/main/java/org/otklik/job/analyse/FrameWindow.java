package org.otklik.job.analyse;

import java.util.List;
import java.util.Set;
import org.otklik.vision.image.Frame;

/**
 * Frames that are observed together.
 *
 * @param frames in order of time
 * @param again places of those whose faces are looked at a second time
 * @param turned places of those in which faces are looked for in all four turns
 */
record FrameWindow(List<Frame> frames, Set<Integer> again, Set<Integer> turned) {}
