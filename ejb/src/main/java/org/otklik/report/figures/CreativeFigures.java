package org.otklik.report.figures;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.otklik.analysis.comparison.NormedFigure;
import org.otklik.annotation.MarkLane;
import org.otklik.curve.CreativeCurve;
import org.otklik.curve.CreativeSecond;
import org.otklik.curve.EmotionPeak;
import org.otklik.curve.Moment;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.EmotionGroup;
import org.otklik.metric.ExclusionReason;
import org.otklik.metric.IndexInterval;
import org.otklik.metric.KeyFigures;
import org.otklik.metric.Norm;
import org.otklik.metric.QualityGrade;
import org.otklik.metric.ResponseType;
import org.otklik.trailer.ScoredShot;
import org.otklik.voice.VoiceSummary;

/**
 * What a report shows of one creative.
 *
 * @param index empty when no viewing was counted
 * @param nps empty when no viewer was counted
 * @param headlines null when none is known; each of them may be null, too
 * @param norms where its figures stand among those of comparable creatives; those that have no norm
 *     are missing
 * @param curve every second of the creative from 0; may be empty
 * @param frames the creative's own pictures, second → JPEG; any may be missing. Best one for each
 *     second, 320 px wide or more.
 * @param moments in the order of the creative's time
 * @param comments of analysts that are to be in reports, those on all of the creative first
 * @param marks of analysts, in the order of the creative's time
 * @param trailers the newest of those that are cut from it
 * @param voice of its viewers; empty where none was analysed, or of too few
 * @param emotions those known; the others are shown with a dash
 */
public record CreativeFigures(
    String name,
    int durationMs,
    Optional<IndexInterval> index,
    Optional<NpsRange> nps,
    KeyFigures headlines,
    Map<NormedFigure, Norm> norms,
    List<CreativeSecond> curve,
    NavigableMap<Integer, byte[]> frames,
    List<Moment> moments,
    List<EmotionFigures> emotions,
    List<ViewingLine> viewings,
    List<CommentLine> comments,
    List<MarkLine> marks,
    List<TrailerLine> trailers,
    Optional<VoiceSummary> voice) {

  public CreativeFigures {
    norms = Map.copyOf(norms);
    curve = List.copyOf(curve);
    frames = new TreeMap<>(frames);
    moments = List.copyOf(moments);
    emotions = List.copyOf(emotions);
    viewings = List.copyOf(viewings);
    comments = List.copyOf(comments);
    marks = List.copyOf(marks);
    trailers = List.copyOf(trailers);
    headlines = headlines == null ? new KeyFigures(null, null, null, null, null, null) : headlines;
  }

  /** Whole seconds; a tail under half a second is no second. */
  public int seconds() {
    return CreativeCurve.wholeSeconds(durationMs);
  }

  /** Viewings in no denominator. */
  public int excludedViewings() {
    return (int) viewings.stream().filter(line -> line.outcome() == ResponseType.EXCLUDED).count();
  }

  /** Viewings that count. */
  public int countedViewings() {
    return viewings.size() - excludedViewings();
  }

  /**
   * An emotion over the creative.
   *
   * @param group what it counts as in the figures
   * @param shareOfTime part of the counted viewings' observed seconds in which this emotion had the
   *     largest mean probability, 0..1; null when nothing was observed
   * @param peaks the seconds that triggered it most, strongest first
   */
  public record EmotionFigures(
      Emotion emotion, EmotionGroup group, Double shareOfTime, List<EmotionPeak> peaks) {
    public EmotionFigures {
      peaks = List.copyOf(peaks);
    }
  }

  /**
   * One viewing as the table shows it.
   *
   * @param viewerCode the pseudonym
   * @param segment attributes as text; may be null
   * @param coverage 0..1
   * @param attention part of the observed seconds turned to the screen, 0..1; null where unknown
   * @param reason null unless excluded
   */
  public record ViewingLine(
      String viewerCode,
      String segment,
      ResponseType outcome,
      double coverage,
      Double attention,
      QualityGrade grade,
      double observedSeconds,
      double positiveSeconds,
      double negativeSeconds,
      ExclusionReason reason) {}

  /**
   * What an analyst has to say.
   *
   * @param atMs the time it is about; null for all of the creative
   */
  public record CommentLine(Integer atMs, String text) {
    /** The second it is about; null for all of the creative. */
    public Integer second() {
      return atMs == null ? null : Integer.valueOf(atMs / 1000);
    }
  }

  /**
   * A cut of the creative.
   *
   * @param pValue null where too few viewers were observed
   * @param shots in the order of the trailer
   */
  public record TrailerLine(String name, Double pValue, int lengthMs, List<ScoredShot> shots) {}

  /**
   * A stretch that an analyst has marked.
   *
   * @param name null where the lane says all
   * @param note may be null
   */
  public record MarkLine(MarkLane lane, String name, int beginMs, int endMs, String note) {}
}
