package org.otklik.timeline;

/**
 * How the observed scores of a viewer are corrected before they become seconds; stored with every
 * run. The frames' own scores are kept as they are.
 *
 * @param baseline how the viewer's level at rest is found that is taken out
 * @param baselineSeconds length of the stretch for FIRST_SECONDS; null with any other
 * @param smoothingMs standard deviation of the smoothing kernel in time; 0: no smoothing
 */
public record CorrectionSettings(
    BaselineMethod baseline, Integer baselineSeconds, int smoothingMs) {

  public static final int MIN_BASELINE_SECONDS = 2;
  public static final int MAX_BASELINE_SECONDS = 60;

  /** Wider than this, an expression of a second or two would be gone. */
  public static final int MAX_SMOOTHING_MS = 2000;

  /** Nothing is corrected. */
  public static final CorrectionSettings OFF = new CorrectionSettings(BaselineMethod.NONE, null, 0);

  public CorrectionSettings {
    if (baseline == null) {
      throw new IllegalArgumentException("baseline is missing");
    }
    if ((baseline == BaselineMethod.FIRST_SECONDS) != (baselineSeconds != null)) {
      throw new IllegalArgumentException(
          "baselineSeconds belong to FIRST_SECONDS: " + baseline + ", " + baselineSeconds);
    }
    if (baselineSeconds != null
        && (baselineSeconds < MIN_BASELINE_SECONDS || baselineSeconds > MAX_BASELINE_SECONDS)) {
      throw new IllegalArgumentException("baselineSeconds must be 2..60: " + baselineSeconds);
    }
    if (smoothingMs < 0 || smoothingMs > MAX_SMOOTHING_MS) {
      throw new IllegalArgumentException("smoothingMs must be 0..2000: " + smoothingMs);
    }
  }
}
