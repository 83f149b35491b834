package org.otklik.web.trailer;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.trailer.SecondScore;
import org.otklik.trailer.cut.FaceDelay;
import org.otklik.trailer.cut.TrailerPlan;

/** What the viewers' responses propose. */
@Schema(name = "TrailerPlan")
public record TrailerPlanView(
    int lengthMs,
    @Schema(description = "Whether the highest score is more than chance gives.")
        boolean isAnythingOutstanding,
    Double pValue,
    Double chanceLevel,
    @Schema(description = "Faces are taken to follow the creative by so much.") int delayMs,
    @Schema(description = "CHOSEN; told by the creative's CUTS; STANDARD where nothing tells it.")
        FaceDelay.Basis delayBasis,
    @Schema(description = "In the order of the trailer; none where too few viewers were observed.")
        List<TrailerShotView> shots,
    @Schema(description = "One a second of the creative.") List<SecondScore> seconds) {

  static TrailerPlanView of(TrailerPlan plan) {
    return new TrailerPlanView(
        plan.lengthMs(),
        plan.scores().isAnythingOutstanding(),
        plan.scores().pValue(),
        plan.scores().chanceLevel(),
        plan.delay().ms(),
        plan.delay().basis(),
        plan.shots().stream().map(shot -> TrailerShotView.of(shot, plan.borders())).toList(),
        plan.scores().seconds());
  }
}
