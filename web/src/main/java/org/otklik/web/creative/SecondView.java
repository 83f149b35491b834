package org.otklik.web.creative;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.curve.CreativeSecond;
import org.otklik.emotion.EmotionGroup;

/** One second of a creative over its viewers. */
@Schema(
    name = "Second",
    description = "One second of a creative; where n is 0, everything else is null.")
public record SecondView(
    @Schema(description = "Seconds since the start of the creative, from 0.") int second,
    @Schema(description = "Viewers observed in it; a viewer with several recordings counts once.")
        int n,
    ShareView positive,
    ShareView negative,
    ShareView neutral,
    @Schema(description = "Mean probability of each of the seven emotions, 0..1.")
        Map<String, Double> emotions,
    @Schema(
            description =
                "Mean strength of each movement of the face, 0..1; null where those of one viewer are not known.")
        Map<String, Double> movements,
    @Schema(minimum = "-1", maximum = "1") Double valence,
    @Schema(minimum = "-1", maximum = "1") Double arousal,
    @Schema(description = "EEI of the second, -100..100.") Double eei,
    @Schema(description = "Share of viewers whose most probable emotion is surprise, 0..1.")
        Double surpriseShare) {

  static SecondView of(CreativeSecond second) {
    return new SecondView(
        second.second(),
        second.n(),
        ShareView.of(second.shares().get(EmotionGroup.POSITIVE)),
        ShareView.of(second.shares().get(EmotionGroup.NEGATIVE)),
        ShareView.of(second.shares().get(EmotionGroup.NEUTRAL)),
        EmotionMap.of(second.meanScores()),
        MovementMap.of(second.meanScores()),
        EmotionMap.rounded(second.meanValence()),
        EmotionMap.rounded(second.meanArousal()),
        EmotionMap.rounded(second.eei()),
        EmotionMap.rounded(second.surpriseShare()));
  }
}
