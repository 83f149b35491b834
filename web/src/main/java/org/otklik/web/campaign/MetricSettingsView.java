package org.otklik.web.campaign;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.EmotionGroup;
import org.otklik.emotion.Polarity;
import org.otklik.metric.EmotionalNps;
import org.otklik.metric.TraceSettings;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.settings.MetricSettings;
import org.otklik.timeline.BaselineMethod;
import org.otklik.web.api.JsonFields;
import org.otklik.web.recording.CorrectionFields;

/** How frames become figures; all but baselineSeconds is needed. */
@Schema(name = "MetricSettings")
public record MetricSettingsView(
    @Schema(
            description =
                "State threshold: minimum mean probability that makes a second positive or negative.",
            minimum = "0",
            maximum = "1")
        double stateThreshold,
    @Schema(
            description = "Minimum coverage of the creative for a viewing to be included.",
            minimum = "0",
            maximum = "1")
        double coverageLimit,
    @Schema(
            description = "Minimum response as a share of the observed seconds.",
            minimum = "0",
            maximum = "1")
        double leastTraceShare,
    @Schema(description = "Minimum response in seconds.", minimum = "0.1", maximum = "60")
        double leastTraceSeconds,
    @Schema(description = "K of EmoNPS.", minimum = "0.2", maximum = "1") double silentWeight,
    @Schema(description = "The group of each of the seven emotions; NEUTRAL is NEUTRAL.")
        Map<Emotion, EmotionGroup> polarity,
    @Schema(description = "How the viewer baseline is found that is corrected for.")
        BaselineMethod baseline,
    @Schema(
            description =
                "Length of the first seconds; with FIRST_SECONDS only, and required there.",
            minimum = "2",
            maximum = "60")
        Integer baselineSeconds,
    @Schema(
            description = "Standard deviation of the smoothing in time; 0: none.",
            minimum = "0",
            maximum = "2000")
        int smoothingMs) {

  private static final String[] FIELDS = {
    "stateThreshold",
    "coverageLimit",
    "leastTraceShare",
    "leastTraceSeconds",
    "silentWeight",
    "polarity",
    CorrectionFields.BASELINE,
    CorrectionFields.BASELINE_SECONDS,
    CorrectionFields.SMOOTHING_MS
  };

  private static final double SHORTEST_TRACE_S = 0.1;
  private static final double LONGEST_TRACE_S = 60;

  static MetricSettingsView of(MetricSettings settings) {
    return new MetricSettingsView(
        settings.stateThreshold(),
        settings.trace().coverageLimit(),
        settings.trace().leastTraceShare(),
        settings.trace().leastTraceSeconds(),
        settings.silentWeight(),
        settings.polarity().groups(),
        settings.correction().baseline(),
        settings.correction().baselineSeconds(),
        settings.correction().smoothingMs());
  }

  /**
   * The settings in a field.
   *
   * @throws ProblemException naming the field that is missing or wrong
   */
  static MetricSettings read(String name, JsonFields around) {
    JsonFields fields = given(name, around.object(name, FIELDS).orElse(null));
    for (String needed : FIELDS) {
      if (!needed.equals(CorrectionFields.BASELINE_SECONDS) && !fields.has(needed)) {
        throw new ProblemException(ProblemCode.FIELD_MISSING, needed);
      }
    }
    return new MetricSettings(
        fields.number("stateThreshold", 0, 1),
        new TraceSettings(
            fields.number("coverageLimit", 0, 1),
            fields.number("leastTraceShare", 0, 1),
            fields.number("leastTraceSeconds", SHORTEST_TRACE_S, LONGEST_TRACE_S)),
        fields.number("silentWeight", EmotionalNps.LEAST_K, EmotionalNps.GREATEST_K),
        polarity(fields),
        CorrectionFields.read(fields));
  }

  private static Polarity polarity(JsonFields settings) {
    String[] emotions = Arrays.stream(Emotion.values()).map(Emotion::name).toArray(String[]::new);
    JsonFields fields = settings.object("polarity", emotions).orElseThrow();
    Map<Emotion, EmotionGroup> groups = new EnumMap<>(Emotion.class);
    for (Emotion emotion : Emotion.values()) {
      String group = given(emotion.name(), fields.text(emotion.name()));
      groups.put(emotion, fields.constant(emotion.name(), EmotionGroup.NEUTRAL));
      if (emotion == Emotion.NEUTRAL && groups.get(emotion) != EmotionGroup.NEUTRAL) {
        throw new ProblemException(
            ProblemCode.FIELD_INVALID, emotion.name(), group, EmotionGroup.NEUTRAL.name());
      }
    }
    return new Polarity(groups);
  }

  private static <T> T given(String name, T value) {
    if (value == null) {
      throw new ProblemException(ProblemCode.FIELD_MISSING, name);
    }
    return value;
  }
}
