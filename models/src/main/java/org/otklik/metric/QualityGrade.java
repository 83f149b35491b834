package org.otklik.metric;

/**
 * How far a viewing can be relied on, from what was seen of its viewer. Our own scale, stated in
 * the portal where it is shown; it is no part of any figure.
 *
 * <p>Frames whose face was too small, too dark, blurred or turned away are not observed, so that
 * they lower the coverage.
 */
public enum QualityGrade {
  /** Seen nearly all the time, and turned to the screen. */
  A(0.9, 0.8),
  B(0.75, 0.6),
  /** Enough to count. */
  C(0, 0),
  /** Too little was seen for the viewing to count. */
  D(0, 0);

  private final double leastCoverage;
  private final double leastAttention;

  QualityGrade(double leastCoverage, double leastAttention) {
    this.leastCoverage = leastCoverage;
    this.leastAttention = leastAttention;
  }

  /**
   * @param coverage observed part of the creative, 0..1
   * @param attention part of the seconds with the face turned to the screen, 0..1; null where it
   *     was not measured, and then no reason against a grade
   * @param coverageLimit below which a viewing does not count, 0..1
   */
  public static QualityGrade of(double coverage, Double attention, double coverageLimit) {
    if (coverage < coverageLimit || coverage == 0) {
      return D;
    }
    for (QualityGrade grade : new QualityGrade[] {A, B}) {
      boolean attentive = attention == null || attention >= grade.leastAttention;
      if (coverage >= grade.leastCoverage && attentive) {
        return grade;
      }
    }
    return C;
  }

  /** Observed part of the creative from which on the grade is given, 0..1. */
  public double leastCoverage() {
    return leastCoverage;
  }

  /** Part of the seconds turned to the screen from which on the grade is given, 0..1. */
  public double leastAttention() {
    return leastAttention;
  }
}
