package org.otklik.metric;

/**
 * One viewer × one creative, judged.
 *
 * @param viewerKey the same for all contacts of one viewer
 * @param reason null unless the outcome is EXCLUDED
 * @param observedSeconds seconds of the creative in which enough was observed (V)
 * @param positiveSeconds of them, those in a positive state (P)
 * @param negativeSeconds of them, those in a negative state (N)
 * @param coverage observed seconds as a part of the creative's, 0..1
 */
public record Viewing(
    String viewerKey,
    ResponseType outcome,
    ExclusionReason reason,
    double observedSeconds,
    double positiveSeconds,
    double negativeSeconds,
    double coverage) {

  public Viewing {
    if ((outcome == ResponseType.EXCLUDED) != (reason != null)) {
      throw new IllegalArgumentException(
          "A reason belongs to excluded contacts, and only to them: " + outcome + ", " + reason);
    }
  }

  /** A recording that could not be analysed. */
  public static Viewing analysisFailed(String viewerKey) {
    return new Viewing(
        viewerKey, ResponseType.EXCLUDED, ExclusionReason.ANALYSIS_FAILED, 0, 0, 0, 0);
  }

  /** One of which nothing is to be judged, for that reason. */
  public static Viewing excluded(String viewerKey, ExclusionReason reason) {
    return new Viewing(viewerKey, ResponseType.EXCLUDED, reason, 0, 0, 0, 0);
  }

  /** The same, of the viewer of this key. */
  Viewing of(String key) {
    return new Viewing(
        key, outcome, reason, observedSeconds, positiveSeconds, negativeSeconds, coverage);
  }

  /** The same, left out by an analyst; one that is excluded already keeps its reason. */
  public Viewing excludedByAnalyst() {
    return isExcluded()
        ? this
        : new Viewing(
            viewerKey,
            ResponseType.EXCLUDED,
            ExclusionReason.EXCLUDED_BY_ANALYST,
            observedSeconds,
            positiveSeconds,
            negativeSeconds,
            coverage);
  }

  public boolean isExcluded() {
    return outcome == ResponseType.EXCLUDED;
  }
}
