package org.otklik.testdata.synthetic;

/** Curves from 0 to 1 for movement that looks natural; arguments outside 0..1 are clipped. */
final class Easing {
  private Easing() {}

  static double clip(double t) {
    return Math.max(0, Math.min(1, t));
  }

  /** Starts and ends at rest (Hermite's 3t² − 2t³). */
  static double smooth(double t) {
    double x = clip(t);
    return x * x * (3 - 2 * x);
  }

  /** Swift at first, then comes to rest. */
  static double out(double t) {
    double left = 1 - clip(t);
    return 1 - left * left * left;
  }

  /** Shoots a little beyond the end and comes back (Penner's easeOutBack). */
  static double bounce(double t) {
    double x = clip(t) - 1;
    return 1 + 2.70158 * x * x * x + 1.70158 * x * x;
  }

  /** How far {@code at} has come from one time to another, 0..1. */
  static double passed(double at, double from, double to) {
    return clip((at - from) / (to - from));
  }

  static double between(double from, double to, double share) {
    return from + (to - from) * share;
  }
}
