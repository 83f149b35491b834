package org.otklik.web.creative;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.curve.EmotionPeak;
import org.otklik.emotion.Emotion;

/** One of the seven emotions and the seconds that triggered it most. */
@Schema(name = "EmotionPeaks")
public record EmotionView(
    Emotion emotion, @Schema(description = "Strongest first; may be empty.") List<PeakView> peaks) {

  /** A second that triggered an emotion. */
  @Schema(name = "EmotionPeak")
  public record PeakView(
      int second,
      @Schema(description = "Mean over viewers, 0..1.") double meanProbability,
      @Schema(description = "Rise above the emotion's own mean.") double lift) {}

  static EmotionView of(Emotion emotion, Map<Emotion, List<EmotionPeak>> peaks) {
    return new EmotionView(
        emotion,
        peaks.getOrDefault(emotion, List.of()).stream()
            .map(
                peak ->
                    new PeakView(
                        peak.second(),
                        EmotionMap.rounded(peak.meanProbability()),
                        EmotionMap.rounded(peak.lift())))
            .toList());
  }
}
