package org.otklik.web.recording;

import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.timeline.BaselineMethod;
import org.otklik.timeline.CorrectionSettings;
import org.otklik.web.api.JsonFields;

/** The fields of a correction, as a campaign's settings and a run's own have them. */
public final class CorrectionFields {
  public static final String BASELINE = "baseline";
  public static final String BASELINE_SECONDS = "baselineSeconds";
  public static final String SMOOTHING_MS = "smoothingMs";

  private CorrectionFields() {}

  /**
   * What is left out is off.
   *
   * @throws ProblemException naming the field that is wrong
   */
  public static CorrectionSettings read(JsonFields fields) {
    BaselineMethod baseline = fields.constant(BASELINE, BaselineMethod.NONE);
    Integer seconds =
        fields.wholeNumber(
            BASELINE_SECONDS,
            CorrectionSettings.LEAST_BASELINE_SECONDS,
            CorrectionSettings.MOST_BASELINE_SECONDS);
    Integer smoothingMs = fields.wholeNumber(SMOOTHING_MS, 0, CorrectionSettings.MOST_SMOOTHING_MS);
    if (baseline == BaselineMethod.FIRST_SECONDS && seconds == null) {
      throw new ProblemException(ProblemCode.FIELD_MISSING, BASELINE_SECONDS);
    }
    if (baseline != BaselineMethod.FIRST_SECONDS && seconds != null) {
      throw new ProblemException(
          ProblemCode.FIELD_INVALID, BASELINE_SECONDS, seconds, "null, baseline = FIRST_SECONDS");
    }
    return new CorrectionSettings(baseline, seconds, smoothingMs == null ? 0 : smoothingMs);
  }
}
