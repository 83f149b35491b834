package org.otklik.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.emotion.Emotion;
import org.otklik.metric.EmotionalNps;
import org.otklik.metric.Headlines;
import org.otklik.metric.IndexInterval;
import org.otklik.timeline.CreativeSecond;
import org.otklik.timeline.EmotionPeak;
import org.otklik.timeline.Moment;
import org.otklik.timeline.SecondSpread;

/**
 * What a group of a creative's viewers showed, second by second and on the whole.
 *
 * @param segment attributes that the viewers have; empty for everybody
 * @param viewers those with a viewing that counts
 * @param leastGroupSize seconds with fewer viewers are to be read with care
 * @param index empty where no viewing counts
 * @param nps empty with the index
 * @param silentWeight K of EmoNPS in this campaign
 * @param meanValence mean over viewers of each one's mean; null where nobody was observed
 * @param curve every second of the creative, in order
 * @param spreads as long as the curve
 * @param moments by start
 * @param emotionShares part of the observed seconds in which each emotion was the largest; those
 *     that never were are missing
 */
public record GroupCurve(
    Map<String, String> segment,
    int viewers,
    int leastGroupSize,
    Optional<IndexInterval> index,
    Optional<EmotionalNps> nps,
    double silentWeight,
    Headlines headlines,
    Double meanValence,
    List<CreativeSecond> curve,
    List<SecondSpread> spreads,
    List<Moment> moments,
    Map<Emotion, List<EmotionPeak>> peaks,
    Map<Emotion, Double> emotionShares) {}
