package org.otklik.web.trailer;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.trailer.SecondScore;
import org.otklik.trailer.cut.TrailerPlan;

/** How viewers might respond to a trailer that nobody has seen yet. */
@Schema(name = "TrailerEstimate")
public record TrailerEstimateView(
    int lengthMs,
    @Schema(
            description =
                "One a second of the trailer: the mean response to what it shows, with the mean of"
                    + " the 95 % limits, as these viewers responded to it within the creative.")
        List<SecondScore> seconds) {

  static TrailerEstimateView of(TrailerPlan plan) {
    return new TrailerEstimateView(plan.lengthMs(), plan.estimate());
  }
}
