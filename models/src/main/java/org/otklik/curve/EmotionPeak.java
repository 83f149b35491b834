package org.otklik.curve;

import org.otklik.emotion.Emotion;

/**
 * A second of the creative that triggered an emotion.
 *
 * @param meanProbability the emotion's mean over the viewers observed in that second, 0..1
 * @param lift how far that is above the emotion's own mean over the creative
 */
public record EmotionPeak(Emotion emotion, int second, double meanProbability, double lift) {}
