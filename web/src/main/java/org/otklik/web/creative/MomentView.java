package org.otklik.web.creative;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.curve.Moment;
import org.otklik.curve.MomentKind;

/** Adjacent seconds that moved viewers most. */
@Schema(name = "Moment")
public record MomentView(
    MomentKind kind,
    int startSecond,
    @Schema(description = "The second after the last.") int endSecond,
    @Schema(description = "The second whose frame to get.") int peakSecond,
    @Schema(description = "The curve at the peak, 0..1.") double peakShare,
    @Schema(description = "The curve's median, 0..1.") double median) {

  static MomentView of(Moment moment) {
    return new MomentView(
        moment.kind(),
        moment.startSecond(),
        moment.endSecond(),
        moment.peakSecond(),
        EmotionMap.rounded(moment.peakShare()),
        EmotionMap.rounded(moment.baseline()));
  }
}
