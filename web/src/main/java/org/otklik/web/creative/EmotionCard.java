package org.otklik.web.creative;

import java.util.List;
import org.otklik.emotion.Emotion;
import org.otklik.timeline.EmotionPeak;

/**
 * One of the seven emotions as the page shows it.
 *
 * @param mean its mean probability over the observed seconds, each counted by its viewers; null
 *     when nothing was observed
 */
public record EmotionCard(Emotion emotion, Double mean, List<EmotionPeak> peaks) {}
