package org.otklik.video;

import org.otklik.problem.ProblemCode;

/**
 * Whether browsers can play a video.
 *
 * @param reason why not, where NONE or DELETED; else null
 */
public record VideoCondition(VideoState state, ProblemCode reason) {}
