package org.otklik.metric;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.otklik.curve.BaseSize;
import org.otklik.curve.CreativeCurve;
import org.otklik.curve.CreativeSecond;
import org.otklik.curve.EmotionPeak;
import org.otklik.curve.EmotionPeaks;
import org.otklik.curve.EmotionRises;
import org.otklik.curve.EmotionShares;
import org.otklik.curve.Moment;
import org.otklik.curve.Moments;
import org.otklik.curve.SecondSpread;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.Polarity;

/**
 * All that a group of viewings amounts to: the one home of these figures, for everybody as for any
 * segment, and for whoever shows them.
 *
 * @param viewings that it was calculated of; their seconds are those within the creative
 * @param meanValence mean over viewers of each one's mean valence, -1..1; null where nobody was
 *     observed
 * @param curve every second of the creative, in order; empty where the viewings are of several
 * @param moments of the curve, by start
 * @param peaks of the curve, the strongest first
 * @param emotionShares part of the observed seconds in which each emotion was the largest, 0..1;
 *     those that never were are missing
 */
public record GroupResult(
    ViewingSet viewings,
    GroupScore score,
    KeyFigures headlines,
    Double meanValence,
    List<CreativeSecond> curve,
    List<Moment> moments,
    Map<Emotion, List<EmotionPeak>> peaks,
    Map<Emotion, Double> emotionShares) {

  /**
   * Calculates everything but intervals of figures over all seconds.
   *
   * @param viewings whose seconds outside of the creative, before it began or after its end, count
   *     nowhere
   * @param creativeSeconds length of the creative; 0 where the viewings are of several, and so have
   *     no common time
   * @param settings that the viewings were judged with
   * @param polarity that their seconds were judged with
   */
  public static GroupResult calculate(
      ViewingSet viewings, int creativeSeconds, ResponseSettings settings, Polarity polarity) {
    ViewingSet inTime = creativeSeconds == 0 ? viewings : viewings.within(creativeSeconds);
    List<CreativeSecond> curve = CreativeCurve.of(inTime.seconds().values(), creativeSeconds);
    OptionalDouble valence = inTime.meanValence();
    return new GroupResult(
        inTime,
        GroupScore.calculate(inTime.contacts(), settings),
        KeyFigures.of(inTime.seconds().values(), creativeSeconds),
        valence.isPresent() ? valence.getAsDouble() : null,
        curve,
        Moments.find(curve, polarity.groupOf(Emotion.SURPRISE)),
        EmotionPeaks.top(
            curve,
            EmotionRises.of(inTime.seconds().values(), creativeSeconds)::isAboveChance,
            EmotionPeaks.STANDARD_COUNT),
        EmotionShares.of(inTime.seconds().values().stream().flatMap(Collection::stream).toList()));
  }

  /** Seconds of the curve with fewer viewers are in no moment, peak or key figure. */
  public int minBase() {
    return BaseSize.minimum(curve);
  }

  /** How far the means of each second of the curve may be trusted; calculated at each call. */
  public List<SecondSpread> spreads() {
    return SecondSpread.of(viewings.seconds().values(), curve.size());
  }
}
