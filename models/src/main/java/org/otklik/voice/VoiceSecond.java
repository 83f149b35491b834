package org.otklik.voice;

import org.otklik.emotion.EmotionGroup;

/**
 * A viewer's voice in a second of the creative; seconds without a voice do not exist.
 *
 * @param second of the creative; negative before it
 * @param heardShare part of the second in which the voice is heard, 0..1
 * @param scores mean over the windows around what is heard
 * @param state null where less than a quarter of a second is heard
 * @param agitation how much more agitated than usual for the speaker, −1..1; null where too little
 *     is known of the speaker
 */
public record VoiceSecond(
    int second, double heardShare, VoiceScores scores, EmotionGroup state, Double agitation) {}
