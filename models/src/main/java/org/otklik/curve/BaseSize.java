package org.otklik.curve;

/**
 * The base of a second: how many viewers were observed in it. Figures that look for a largest or a
 * last second (moments, peaks, key figures) leave seconds with a small base out: where hardly
 * anybody is left, as at the end of a creative that few watched through, two smiles are a share of
 * 100 %.
 */
public final class BaseSize {

  /** However many viewers other seconds have, this many are enough: a convention of surveys. */
  public static final int ENOUGH = 30;

  private BaseSize() {}

  /**
   * Least base of a second that is asked: half the largest of the creative, but no more than {@link
   * #ENOUGH}; at least 1.
   *
   * @param largest base of all seconds
   */
  public static int minimum(int largest) {
    return Math.max(1, Math.min((largest + 1) / 2, ENOUGH));
  }

  /** Least base of a second that is asked for the curve's moments and peaks. */
  public static int minimum(Iterable<CreativeSecond> curve) {
    int largest = 0;
    for (CreativeSecond second : curve) {
      largest = Math.max(largest, second.n());
    }
    return minimum(largest);
  }
}
