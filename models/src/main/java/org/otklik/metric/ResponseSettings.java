package org.otklik.metric;

/**
 * When a contact counts and what leaves a trace; stored with every run and printed in the report.
 *
 * @param coverageLimit least observed part of the creative that lets a contact count, 0..1
 * @param leastTraceShare least trace as a part of the observed seconds, 0..1
 * @param leastTraceSeconds least trace in seconds; the larger of the two holds
 */
public record ResponseSettings(
    double coverageLimit, double leastTraceShare, double leastTraceSeconds) {

  /** Bounds of the least trace in seconds. */
  public static final double MIN_SECONDS = 0.1;

  public static final double MAX_SECONDS = 60;

  /** Half of the creative; 5 % of what was observed, and at least a second. */
  public static final ResponseSettings STANDARD = new ResponseSettings(0.5, 0.05, 1);

  public ResponseSettings {
    if (!(coverageLimit >= 0 && coverageLimit <= 1)) {
      throw new IllegalArgumentException("coverageLimit must be in 0..1: " + coverageLimit);
    }
    if (!(leastTraceShare >= 0 && leastTraceShare <= 1)) {
      throw new IllegalArgumentException("leastTraceShare must be in 0..1: " + leastTraceShare);
    }
    // A least trace of nothing would make every silent viewer a positive one.
    if (!(leastTraceSeconds >= MIN_SECONDS && leastTraceSeconds <= MAX_SECONDS)) {
      throw new IllegalArgumentException("leastTraceSeconds must be 0.1..60: " + leastTraceSeconds);
    }
  }

  double leastTrace(double observedSeconds) {
    return Math.max(leastTraceSeconds, leastTraceShare * observedSeconds);
  }
}
