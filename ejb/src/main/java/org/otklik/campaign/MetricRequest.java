package org.otklik.campaign;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.EmotionGroup;
import org.otklik.emotion.Polarity;
import org.otklik.metric.EmotionalNps;
import org.otklik.metric.ResponseSettings;
import org.otklik.problem.Fields;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.settings.MetricSettings;
import org.otklik.timeline.BaselineMethod;
import org.otklik.timeline.CorrectionSettings;

/** How frames become figures, as it is sent and shown; all but baselineSeconds is needed. */
@Schema(name = "MetricSettings")
public record MetricRequest(
    @NotNull
        @DecimalMin("0")
        @DecimalMax("1")
        @Schema(description = "Minimum mean probability that makes a second positive or negative.")
        Double stateThreshold,
    @NotNull
        @DecimalMin("0")
        @DecimalMax("1")
        @Schema(description = "Minimum observed part of the creative for a viewing to count.")
        Double coverageLimit,
    @NotNull
        @DecimalMin("0")
        @DecimalMax("1")
        @Schema(description = "Minimum response as a part of the observed seconds.")
        Double minResponseShare,
    @NotNull
        @DecimalMin("" + ResponseSettings.MIN_SECONDS)
        @DecimalMax("" + ResponseSettings.MAX_SECONDS)
        @Schema(description = "Minimum response in seconds.")
        Double minResponseSeconds,
    @NotNull
        @DecimalMin("" + EmotionalNps.MIN_K)
        @DecimalMax("" + EmotionalNps.MAX_K)
        @Schema(description = "K of EmoNPS.")
        Double silentWeight,
    @NotNull @Schema(description = "The group of each of the seven emotions; NEUTRAL is NEUTRAL.")
        Map<String, EmotionGroup> polarity,
    @NotNull @Schema(description = "How the viewer's baseline is found that is taken out.")
        BaselineMethod baseline,
    @Min(CorrectionSettings.MIN_BASELINE_SECONDS)
        @Max(CorrectionSettings.MAX_BASELINE_SECONDS)
        @Schema(description = "Length of the stretch; with FIRST_SECONDS only, and needed there.")
        Integer baselineSeconds,
    @NotNull
        @Min(0)
        @Max(CorrectionSettings.MAX_SMOOTHING_MS)
        @Schema(description = "Standard deviation of the smoothing in time; 0: none.")
        Integer smoothingMs) {

  public static MetricRequest of(MetricSettings settings) {
    Map<String, EmotionGroup> groups = new TreeMap<>();
    settings.polarity().groups().forEach((emotion, group) -> groups.put(emotion.name(), group));
    return new MetricRequest(
        settings.stateThreshold(),
        settings.trace().coverageLimit(),
        settings.trace().leastTraceShare(),
        settings.trace().leastTraceSeconds(),
        settings.silentWeight(),
        groups,
        settings.correction().baseline(),
        settings.correction().baselineSeconds(),
        settings.correction().smoothingMs());
  }

  /**
   * The settings, once each field for itself is valid.
   *
   * @throws ProblemException naming the emotion without a group, or the seconds that do not belong
   *     to the method
   */
  public MetricSettings settings() {
    return new MetricSettings(
        stateThreshold,
        new ResponseSettings(coverageLimit, minResponseShare, minResponseSeconds),
        silentWeight,
        new Polarity(groups()),
        correction(baseline, baselineSeconds, smoothingMs));
  }

  private Map<Emotion, EmotionGroup> groups() {
    Map<String, EmotionGroup> left = new TreeMap<>(polarity);
    Map<Emotion, EmotionGroup> groups = new EnumMap<>(Emotion.class);
    for (Emotion emotion : Emotion.values()) {
      groups.put(emotion, left.remove(emotion.name()));
    }
    if (!left.isEmpty()) {
      throw new ProblemException(
          ProblemCode.FIELD_UNKNOWN,
          "settings.polarity." + Fields.shortened(left.keySet().iterator().next()),
          Arrays.stream(Emotion.values()).map(Emotion::name).collect(Collectors.joining(", ")));
    }
    groups.forEach(MetricRequest::check);
    return groups;
  }

  private static void check(Emotion emotion, EmotionGroup group) {
    String field = "settings.polarity." + emotion;
    if (group == null) {
      throw new ProblemException(ProblemCode.FIELD_MISSING, field);
    }
    if (emotion == Emotion.NEUTRAL && group != EmotionGroup.NEUTRAL) {
      throw new ProblemException(
          ProblemCode.FIELD_INVALID, field, group.name(), EmotionGroup.NEUTRAL.name());
    }
  }

  /**
   * What is left out is off.
   *
   * @throws ProblemException when there are seconds without a method that asks for them, or the
   *     other way round
   */
  public static CorrectionSettings correction(
      BaselineMethod baseline, Integer baselineSeconds, Integer smoothingMs) {
    boolean first = baseline == BaselineMethod.FIRST_SECONDS;
    if (first && baselineSeconds == null) {
      throw new ProblemException(ProblemCode.FIELD_MISSING, "baselineSeconds");
    }
    if (!first && baselineSeconds != null) {
      throw new ProblemException(
          ProblemCode.FIELD_INVALID,
          "baselineSeconds",
          baselineSeconds,
          "null, baseline = FIRST_SECONDS");
    }
    return new CorrectionSettings(
        baseline == null ? BaselineMethod.NONE : baseline,
        baselineSeconds,
        smoothingMs == null ? 0 : smoothingMs);
  }
}
