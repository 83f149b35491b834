package org.otklik.analysis.run;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.campaign.MetricRequest;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.timeline.BaselineMethod;
import org.otklik.timeline.CorrectionSettings;

/** A further analysis of a recording, with corrections of its own. */
@Schema(name = "NewAnalysis")
public record AnalysisRequest(
    @Schema(
            description =
                "How the viewer's baseline is found that is taken out of the seconds: the mean"
                    + " over the first seconds of the recording, or of each emotion the median over"
                    + " the recording.",
            defaultValue = "NONE")
        BaselineMethod baseline,
    @Min(CorrectionSettings.MIN_BASELINE_SECONDS)
        @Max(CorrectionSettings.MAX_BASELINE_SECONDS)
        @Schema(description = "Length of the stretch; with FIRST_SECONDS only, and needed there.")
        Integer baselineSeconds,
    @Min(0)
        @Max(CorrectionSettings.MAX_SMOOTHING_MS)
        @Schema(
            description =
                "Standard deviation of a Gaussian in time by which the scores are smoothed,"
                    + " in milliseconds; 0: none.",
            defaultValue = "0")
        Integer smoothingMs,
    @Schema(
            enumeration = {"0", "90", "180", "270"},
            description =
                "Clockwise turn of each frame beyond what the file itself asks for; as in the"
                    + " analysis before where omitted.")
        Integer turnDegrees) {

  /**
   * @throws ProblemException unless it is a quarter turn
   */
  public Optional<Integer> turn() {
    if (turnDegrees != null && (turnDegrees % 90 != 0 || turnDegrees < 0 || turnDegrees > 270)) {
      throw new ProblemException(
          ProblemCode.FIELD_INVALID, "turnDegrees", turnDegrees, "0, 90, 180, 270");
    }
    return Optional.ofNullable(turnDegrees);
  }

  /**
   * The correction asked for; empty where none of its fields is there.
   *
   * @throws ProblemException when the fields do not go together
   */
  public Optional<CorrectionSettings> correction() {
    boolean none = baseline == null && baselineSeconds == null && smoothingMs == null;
    return none
        ? Optional.empty()
        : Optional.of(MetricRequest.correction(baseline, baselineSeconds, smoothingMs));
  }
}
