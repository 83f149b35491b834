package org.otklik.emotion;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/** The strength of each {@link FaceMovement} in one face, or in the mean of several. Immutable. */
public final class FaceMovements implements Serializable {

  private static final long serialVersionUID = 1L;

  private final double[] strengths;

  private FaceMovements(double[] strengths) {
    this.strengths = strengths;
  }

  /**
   * @param strengths 0..1, in the order of {@link FaceMovement}
   * @throws IllegalArgumentException if there is another number of them, or one is beyond that or
   *     no number
   */
  public static FaceMovements of(double... strengths) {
    if (strengths.length != FaceMovement.values().length
        || Arrays.stream(strengths).anyMatch(one -> !(one >= 0 && one <= 1))) {
      throw new IllegalArgumentException(
          "Each movement has a strength in 0..1: " + Arrays.toString(strengths));
    }
    return new FaceMovements(strengths.clone());
  }

  /**
   * The mean, each with its weight; null where one of them is not known, as in what a model told
   * that knows of no movements: a mean over the others would be of other frames or viewers than the
   * emotions beside it.
   *
   * @param weights in any unit, none negative, not all zero
   */
  static FaceMovements weightedMean(List<FaceMovements> movements, double... weights) {
    double whole = Arrays.stream(weights).sum();
    double[] mean = new double[FaceMovement.values().length];
    for (int i = 0; i < weights.length; i++) {
      FaceMovements one = movements.get(i);
      if (one == null) {
        return null;
      }
      for (int m = 0; m < mean.length; m++) {
        mean[m] += one.strengths[m] * weights[i] / whole;
      }
    }
    // Adding up may lose a hair's breadth.
    return new FaceMovements(Arrays.stream(mean).map(one -> Math.min(1, one)).toArray());
  }

  /** 0..1. */
  public double strength(FaceMovement movement) {
    return strengths[movement.ordinal()];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FaceMovements that && Arrays.equals(strengths, that.strengths);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(strengths);
  }

  @Override
  public String toString() {
    return Arrays.toString(strengths);
  }
}
