package org.otklik.voice;

import org.otklik.emotion.EmotionGroup;

/**
 * One viewing's voice in a second of the creative, for the curve over viewers.
 *
 * @param viewer who counts once, however many viewings there are
 * @param agitation null where too little is known of the speaker
 */
public record VoiceVote(long viewer, int second, EmotionGroup state, Double agitation) {}
