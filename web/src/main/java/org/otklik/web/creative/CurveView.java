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
        "What a group of viewers showed in every second and on the whole. Lists have an entry for"
            + " each second of the creative.")
public record CurveView(
    @Schema(description = "Attributes that the viewers have; empty for everybody.")
        Map<String, String> segment,
    @Schema(description = "Viewers with a viewing that counts.") int viewers,
    @Schema(description = "A second with fewer viewers than this is to be read with care.")
        int minGroupSize,
    @Schema(description = "Viewings observed in each second.") List<Integer> n,
    @Schema(description = "Share of viewings in a positive state, 0..1; interval by Wilson.")
        LineView positive,
    LineView negative,
    LineView neutral,
    @Schema(description = "Each second's ИЭО, -100..100; interval by Student.") LineView eei,
    @Schema(description = "Mean, -1..1; interval by Student.") LineView valence,
    @Schema(description = "Mean, -1..1; interval by Student.") LineView arousal,
    @Schema(description = "Share of recorded viewings turned to the screen; interval by Wilson.")
        LineView attention,
    @Schema(description = "Mean probability of each of the seven, 0..1; interval by Student.")
        Map<String, LineView> emotions,
    @Schema(description = "Part of the observed seconds in which each emotion was the largest.")
        Map<String, Double> emotionShares,
    @Schema(description = "By start.") List<MomentView> moments,
    @Schema(description = "For each emotion the seconds that triggered it most.")
        List<EmotionView> peaks,
    @Schema(description = "Null where no viewing counts.") EeiView index,
    @Schema(description = "Null where no viewing counts.") EmoNpsView emoNps,
    Headlines keyFigures,
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
