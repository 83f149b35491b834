package org.otklik.web.creative;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.analysis.result.GroupCurve;
import org.otklik.analysis.result.VersionedScore;
import org.otklik.curve.CreativeSecond;
import org.otklik.curve.SecondSpread;
import org.otklik.emotion.Emotion;
import org.otklik.emotion.EmotionGroup;
import org.otklik.metric.GroupResult;
import org.otklik.metric.GroupScore;
import org.otklik.metric.KeyFigures;

/** All that a chart of a creative needs, in one answer. */
@Schema(
    name = "Curve",
    description =
        "The figures of a group of viewers for every second and on the whole. Lists "
            + "have an entry for each second of the creative.")
public record CurveView(
    @Schema(
            description =
                "Attributes of which the viewers have one of the values each; empty for all viewers.")
        Map<String, List<String>> segment,
    @Schema(description = "Whether it is of everybody who is not in the segment.") boolean rest,
    @Schema(description = "Viewers with an included viewing.") int viewers,
    @Schema(description = "Seconds with fewer viewers than this are uncertain.") int minGroupSize,
    @Schema(
            description =
                "Seconds with fewer viewers than this are in no moment, peak or key figure: half of those of"
                    + " the second with the most, at most 30.")
        int minBase,
    @Schema(description = "Recordings of the creative that are analysed: the figures are of these.")
        int analysed,
    @Schema(description = "All recordings of the creative.") int recordings,
    @Schema(description = "Version of the campaign's settings behind all of these figures.")
        int settingsVersion,
    @Schema(
            description =
                "Viewers observed in each second. A viewer with several recordings counts once, with the"
                    + " mean of them, here and in every line.")
        List<Integer> n,
    @Schema(description = "Share of viewers in a positive state, 0..1; Wilson confidence interval.")
        LineView positive,
    LineView negative,
    LineView neutral,
    @Schema(description = "EEI of each second, -100..100; Student's confidence interval.")
        LineView eei,
    @Schema(description = "Mean, -1..1; Student's confidence interval.") LineView valence,
    @Schema(description = "Mean, -1..1; Student's confidence interval.") LineView arousal,
    @Schema(
            description =
                "Share of recorded viewers turned to the screen; Wilson confidence interval.")
        LineView attention,
    @Schema(
            description =
                "Mean probability of each of the seven, 0..1; Student's confidence interval.")
        Map<String, LineView> emotions,
    @Schema(
            description =
                "Mean strength of each movement of the face, 0..1; Student's confidence interval. Null where"
                    + " those of one viewer are not known, as of a recording analysed with an earlier model.")
        Map<String, LineView> movements,
    @Schema(
            description =
                "Share of the observed seconds in which each emotion was the most probable.")
        Map<String, Double> emotionShares,
    @Schema(description = "By start.") List<MomentView> moments,
    @Schema(description = "For each emotion the seconds at which it rises most.")
        List<EmotionView> peaks,
    @Schema(description = "Null where no viewing is included.") EeiView index,
    @Schema(description = "Null where no viewing is included.") EmoNpsView emoNps,
    KeyFigures keyFigures,
    @Schema(description = "Mean over viewers of each one's mean valence.") Double meanValence) {

  public static CurveView of(GroupCurve group) {
    GroupResult result = group.result();
    GroupScore score = result.score();
    List<SecondSpread> spreads = result.spreads();
    return new CurveView(
        group.segment().values(),
        group.segment().rest(),
        score.viewers(),
        group.minGroupSize(),
        result.minBase(),
        group.progress().analysed(),
        group.progress().recordings(),
        group.settings().version(),
        result.curve().stream().map(CreativeSecond::n).toList(),
        share(result, EmotionGroup.POSITIVE),
        share(result, EmotionGroup.NEGATIVE),
        share(result, EmotionGroup.NEUTRAL),
        LineView.ofMeans(spreads, spread -> spread.eei()),
        LineView.ofMeans(spreads, spread -> spread.valence()),
        LineView.ofMeans(spreads, spread -> spread.arousal()),
        LineView.ofShares(spreads, spread -> spread.attention()),
        byEmotion(emotion -> LineView.ofMeans(spreads, spread -> spread.emotions().get(emotion))),
        MovementMap.each(
            movement -> LineView.ofMeans(spreads, spread -> spread.movements().get(movement))),
        result.emotionShares().isEmpty()
            ? Map.of()
            : byEmotion(
                emotion -> EmotionMap.rounded(result.emotionShares().getOrDefault(emotion, 0.0))),
        result.moments().stream().map(MomentView::of).toList(),
        Arrays.stream(Emotion.values()).map(one -> EmotionView.of(one, result.peaks())).toList(),
        score.eeiWithInterval().map(EeiView::of).orElse(null),
        EmoNpsView.of(new VersionedScore(group.settings(), score)),
        result.headlines(),
        EmotionMap.rounded(result.meanValence()));
  }

  private static LineView share(GroupResult result, EmotionGroup which) {
    return LineView.ofShares(result.curve(), second -> second.shares().get(which));
  }

  private static <T> Map<String, T> byEmotion(Function<Emotion, T> figure) {
    Map<String, T> named = new LinkedHashMap<>();
    for (Emotion emotion : Emotion.values()) {
      named.put(emotion.name(), figure.apply(emotion));
    }
    return named;
  }
}
