package org.otklik.web.recording;

import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.timeline.BaselineMethod;
import org.otklik.timeline.CorrectionSettings;
import org.otklik.web.api.JsonFields;

/** What may be sent to ask for an analysis. */
@Schema(name = "NewAnalysis")
public record NewAnalysisView(
    @Schema(
            description =
                "How the viewer's level at rest is found that is taken out of the seconds:"
                    + " the mean over the first seconds of the recording, or of each emotion the"
                    + " median over the recording.",
            defaultValue = "NONE")
        BaselineMethod baseline,
    @Schema(
            description = "Length of the stretch; with FIRST_SECONDS only, and needed there.",
            minimum = "2",
            maximum = "60")
        Integer baselineSeconds,
    @Schema(
            description =
                "Standard deviation of a Gaussian in time by which the scores are smoothed,"
                    + " in milliseconds; 0: none.",
            defaultValue = "0",
            minimum = "0",
            maximum = "2000")
        Integer smoothingMs) {

  /**
   * The corrections asked for; empty without content.
   *
   * @throws ProblemException naming the field that is wrong
   */
  static Optional<CorrectionSettings> correction(InputStream body) {
    return JsonFields.readIfAny(body, "baseline", "baselineSeconds", "smoothingMs")
        .map(NewAnalysisView::correction);
  }

  private static CorrectionSettings correction(JsonFields fields) {
    BaselineMethod baseline = fields.constant("baseline", BaselineMethod.NONE);
    Integer seconds =
        fields.wholeNumber(
            "baselineSeconds",
            CorrectionSettings.LEAST_BASELINE_SECONDS,
            CorrectionSettings.MOST_BASELINE_SECONDS);
    Integer smoothingMs =
        fields.wholeNumber("smoothingMs", 0, CorrectionSettings.MOST_SMOOTHING_MS);
    if (baseline == BaselineMethod.FIRST_SECONDS && seconds == null) {
      throw new ProblemException(ProblemCode.FIELD_MISSING, "baselineSeconds");
    }
    if (baseline != BaselineMethod.FIRST_SECONDS && seconds != null) {
      throw new ProblemException(
          ProblemCode.FIELD_INVALID, "baselineSeconds", seconds, "null, baseline = FIRST_SECONDS");
    }
    return new CorrectionSettings(baseline, seconds, smoothingMs == null ? 0 : smoothingMs);
  }
}
