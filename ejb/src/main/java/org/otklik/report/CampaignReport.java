package org.otklik.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.EmotionGroup;
import org.otklik.emotion.Polarity;
import org.otklik.metric.ContactOutcome;
import org.otklik.metric.ExclusionReason;
import org.otklik.metric.Headlines;
import org.otklik.metric.IndexInterval;
import org.otklik.timeline.BaselineMethod;
import org.otklik.timeline.CreativeCurve;
import org.otklik.timeline.CreativeSecond;
import org.otklik.timeline.EmotionPeak;
import org.otklik.timeline.Moment;

/**
 * Everything the PDF shows of a campaign with one creative.
 *
 * @param viewersSynthetic whether no real person was filmed; then the cover says so
 * @param index empty when no viewing was counted
 * @param nps empty when no viewer was counted
 * @param headlines null when none is known; each of them may be null, too
 * @param curve every second of the creative from 0; may be empty
 * @param frames the creative's own pictures, second → JPEG; any may be missing. Best one for each
 *     second, 320 px wide or more.
 * @param moments in the order of the creative's time
 * @param emotions those known; the others are shown with a dash
 * @param settings in the order to be printed
 */
public record CampaignReport(
    String campaignName,
    String clientName,
    Creative creative,
    Instant madeAt,
    Instant dataAsOf,
    ZoneId zone,
    boolean viewersSynthetic,
    Optional<IndexInterval> index,
    Optional<NpsRange> nps,
    Headlines headlines,
    List<CreativeSecond> curve,
    NavigableMap<Integer, byte[]> frames,
    List<Moment> moments,
    List<EmotionFigures> emotions,
    List<ViewingLine> viewings,
    List<Setting> settings,
    List<ModelFacts> models) {

  public CampaignReport {
    curve = List.copyOf(curve);
    frames = new TreeMap<>(frames);
    moments = List.copyOf(moments);
    emotions = List.copyOf(emotions);
    viewings = List.copyOf(viewings);
    settings = List.copyOf(settings);
    models = List.copyOf(models);
    headlines = headlines == null ? new Headlines(null, null, null, null, null, null) : headlines;
  }

  /** Viewings in no denominator. */
  public int excludedViewings() {
    return (int)
        viewings.stream().filter(line -> line.outcome() == ContactOutcome.EXCLUDED).count();
  }

  /** Viewings that count. */
  public int countedViewings() {
    return viewings.size() - excludedViewings();
  }

  /** The ad. */
  public record Creative(String name, int durationMs) {

    /** Whole seconds; a tail under half a second is no second. */
    public int seconds() {
      return CreativeCurve.wholeSeconds(durationMs);
    }
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
   * @param reason null unless excluded
   */
  public record ViewingLine(
      String viewerCode,
      String segment,
      ContactOutcome outcome,
      double coverage,
      double observedSeconds,
      double positiveSeconds,
      double negativeSeconds,
      ExclusionReason reason) {}

  /**
   * A setting of the runs behind the report.
   *
   * @param name a key such as {@code coverageLimit}, for which the wording has a sentence ({@code
   *     setting.…} in the bundle); any other name is printed as it is
   * @param value numbers are printed in the locale's form, a {@link BaselineMethod} or a {@link
   *     Polarity} in its words, anything else as its text
   */
  public record Setting(String name, Object value) {}

  /**
   * A model that was used, from its card.
   *
   * @param accuracyByClass 0..1 by label; the names of {@link Emotion} are translated
   */
  public record ModelFacts(
      String name,
      String version,
      String licence,
      String trainingData,
      Map<String, Double> accuracyByClass,
      String sha256) {}
}
