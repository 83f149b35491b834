package org.otklik.web.recording;

import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.problem.ProblemException;
import org.otklik.timeline.BaselineMethod;
import org.otklik.timeline.CorrectionSettings;
import org.otklik.web.api.JsonFields;

/** What may be sent to ask for an analysis. */
@Schema(name = "NewAnalysis")
public record NewAnalysisView(
    @Schema(
            description =
                "How the viewer baseline is found that the seconds are corrected for: the mean "
                    + "over the first seconds of the recording, or of each emotion the median over "
                    + "the recording.",
            defaultValue = "NONE")
        BaselineMethod baseline,
    @Schema(
            description =
                "Length of the first seconds; with FIRST_SECONDS only, and required there.",
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

  private static final String[] FIELDS = {
    CorrectionFields.BASELINE, CorrectionFields.BASELINE_SECONDS, CorrectionFields.SMOOTHING_MS
  };

  /** The fields that were sent; empty without content. */
  static Optional<JsonFields> fields(InputStream body) {
    return JsonFields.readIfAny(body, FIELDS);
  }

  /**
   * The correction asked for; empty where none of its fields is there.
   *
   * @throws ProblemException naming the field that is wrong
   */
  static Optional<CorrectionSettings> correction(JsonFields fields) {
    return Arrays.stream(FIELDS).anyMatch(fields::has)
        ? Optional.of(CorrectionFields.read(fields))
        : Optional.empty();
  }
}
