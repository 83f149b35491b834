package org.otklik.web.creative;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.analysis.GroupCurve;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.EmotionGroup;
import org.otklik.metric.Headlines;
import org.otklik.timeline.CreativeSecond;

/** All that a chart of a creative needs, in one answer. */
@Schema(
    name = "Curve",
    description =
        "The figures of a group of viewers for every second and on the whole. Lists "
            + "have an entry for each second of the creative.")
public record CurveView(
    @Schema(description = "Attributes that the viewers have; empty for all viewers.")
        Map<String, String> segment,
    @Schema(description = "Viewers with an included viewing.") int viewers,
    @Schema(description = "Seconds with fewer viewers than this are uncertain.") int leastGroupSize,
    @Schema(description = "Viewings observed in each second.") List<Integer> n,
    @Schema(
            description =
                "Share of viewings in a positive state, 0..1; Wilson confidence interval.")
        LineView positive,
    LineView negative,
    LineView neutral,
    @Schema(description = "EEI of each second, -100..100; Student's confidence interval.")
        LineView eei,
    @Schema(description = "Mean, -1..1; Student's confidence interval.") LineView valence,
    @Schema(description = "Mean, -1..1; Student's confidence interval.") LineView arousal,
    @Schema(
            description =
                "Share of recorded viewings turned to the screen; Wilson confidence interval.")
        LineView attention,
    @Schema(
            description =
                "Mean probability of each of the seven, 0..1; Student's confidence interval.")
        Map<String, LineView> emotions,
    @Schema(
            description =
                "Share of the observed seconds in which each emotion was the most probable.")
        Map<String, Double> emotionShares,
    @Schema(description = "By start.") List<MomentView> moments,
    @Schema(description = "For each emotion the seconds at which it rises most.")
        List<EmotionView> peaks,
    @Schema(description = "Null where no viewing is included.") EeiView index,
    @Schema(description = "Null where no viewing is included.") EmoNpsView emoNps,
    Headlines headlines,
    @Schema(description = "Mean over viewers of each one's mean valence.") Double meanValence) {

  static CurveView of(GroupCurve group) {
    return new CurveView(
        group.segment(),
        group.viewers(),
        group.leastGroupSize(),
        group.curve().stream().map(CreativeSecond::n).toList(),
        share(group, EmotionGroup.POSITIVE),
        share(group, EmotionGroup.NEGATIVE),
        share(group, EmotionGroup.NEUTRAL),
        LineView.ofMeans(group.spreads(), spread -> spread.eei()),
        LineView.ofMeans(group.spreads(), spread -> spread.valence()),
        LineView.ofMeans(group.spreads(), spread -> spread.arousal()),
        LineView.ofShares(group.spreads(), spread -> spread.attention()),
        byEmotion(
            emotion -> LineView.ofMeans(group.spreads(), spread -> spread.emotions().get(emotion))),
        group.emotionShares().isEmpty()
            ? Map.of()
            : byEmotion(
                emotion -> EmotionMap.rounded(group.emotionShares().getOrDefault(emotion, 0.0))),
        group.moments().stream().map(MomentView::of).toList(),
        Arrays.stream(Emotion.values()).map(one -> EmotionView.of(one, group.peaks())).toList(),
        group.index().map(EeiView::of).orElse(null),
        group.nps().map(nps -> EmoNpsView.of(nps, group.silentWeight())).orElse(null),
        group.headlines(),
        EmotionMap.rounded(group.meanValence()));
  }

  private static LineView share(GroupCurve group, EmotionGroup which) {
    return LineView.ofShares(group.curve(), second -> second.shares().get(which));
  }

  private static <T> Map<String, T> byEmotion(Function<Emotion, T> figure) {
    Map<String, T> named = new LinkedHashMap<>();
    for (Emotion emotion : Emotion.values()) {
      named.put(emotion.name(), figure.apply(emotion));
    }
    return named;
  }
}
