package org.otklik.web.recording;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.emotion.EmotionGroup;
import org.otklik.timeline.ViewerSecond;
import org.otklik.web.creative.EmotionMap;
import org.otklik.web.creative.MovementMap;

/** One second of one viewer. */
@Schema(name = "ViewerSecond")
public record ViewerSecondView(
    @Schema(description = "Seconds since the start of the creative; negative before it.")
        int second,
    @Schema(description = "Share of the second in which the viewer was observed, 0..1.")
        double observedShare,
    @Schema(description = "Null when too little was observed.") EmotionGroup state,
    @Schema(description = "Mean probabilities; null when too little was observed.")
        Map<String, Double> emotions,
    @Schema(
            description =
                "Mean strength of each movement of the face, 0..1; null, too, where the model knew none.")
        Map<String, Double> movements,
    Double valence,
    Double arousal) {

  static ViewerSecondView of(ViewerSecond second) {
    return new ViewerSecondView(
        second.second(),
        EmotionMap.rounded(second.observedShare()),
        second.state(),
        EmotionMap.of(second.scores()),
        MovementMap.of(second.scores()),
        EmotionMap.rounded(second.valence()),
        EmotionMap.rounded(second.arousal()));
  }
}
