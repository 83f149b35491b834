package org.otklik.vision.face;

/**
 * Where a head is turned.
 *
 * @param yawDegrees to the picture's left, negative, or right, positive; -90..90
 * @param pitchDegrees bowed, negative, or raised, positive; -180..180
 */
record HeadPose(double yawDegrees, double pitchDegrees) {

  private static final int LANDMARKS = 5;

  /**
   * The landmarks of a generic adult head in millimetres: to the picture's right, down, and away
   * from the camera, from the middle of the eyes. The pupils are 63 mm apart (N. A. Dodgson,
   * "Variation and extrema of human interpupillary distance", Proc. SPIE 5291 (2004)). The nose and
   * the mouth lie as far below as on the mean faces of our detector's own data, in parts of that
   * distance; the tip of the nose stands out by 28 mm, the corners of the mouth by 2.
   */
  private static final double[][] HEAD = {
    {-31.5, 0, 0}, {31.5, 0, 0}, {0, 35, -28}, {-25.5, 65, -2}, {25.5, 65, -2}
  };

  /** The pseudo-inverse of the head about its mean: 5 landmarks × 3 coordinates. */
  private static final double[][] INVERSE = pseudoInverse();

  /**
   * The pose of a head that is far away as compared to its depth. The affine map that takes the
   * generic head to the landmarks with least squares has, but for the scale, the first two rows of
   * the rotation; the third is their cross product (D. DeMenthon and L. Davis, "Model-based object
   * pose in 25 lines of code", IJCV 15 (1995), 123–141, without its iterations). From the third row
   * alone follow yaw and pitch as the head would have them were it not tilted.
   *
   * @param landmarks ten numbers, x before y, as {@link DetectedFace} has them
   */
  static HeadPose of(float[] landmarks) {
    double[] right = row(landmarks, 0);
    double[] down = row(landmarks, 1);
    double x = right[1] * down[2] - right[2] * down[1];
    double y = right[2] * down[0] - right[0] * down[2];
    double z = right[0] * down[1] - right[1] * down[0];
    double yaw = Math.atan2(x, Math.hypot(y, z));
    double pitch = Math.atan2(-y, z);
    return new HeadPose(Math.toDegrees(yaw), Math.toDegrees(pitch));
  }

  /** A row of the rotation, of length 1; of zeros where all landmarks are in one place. */
  private static double[] row(float[] landmarks, int axis) {
    double[] row = new double[3];
    for (int i = 0; i < LANDMARKS; i++) {
      for (int c = 0; c < row.length; c++) {
        row[c] += landmarks[2 * i + axis] * INVERSE[i][c];
      }
    }
    double length = Math.sqrt(row[0] * row[0] + row[1] * row[1] + row[2] * row[2]);
    for (int c = 0; c < row.length && length > 0; c++) {
      row[c] /= length;
    }
    return row;
  }

  /** M (MᵀM)⁻¹ with M the head about its mean, so that any shift of the landmarks drops out. */
  private static double[][] pseudoInverse() {
    double[][] centred = new double[LANDMARKS][3];
    for (int c = 0; c < 3; c++) {
      double mean = 0;
      for (double[] point : HEAD) {
        mean += point[c] / LANDMARKS;
      }
      for (int i = 0; i < LANDMARKS; i++) {
        centred[i][c] = HEAD[i][c] - mean;
      }
    }
    // A head is the same on both sides: its width goes with neither of the others.
    double xx = moment(centred, 0, 0);
    double yy = moment(centred, 1, 1);
    double zz = moment(centred, 2, 2);
    double yz = moment(centred, 1, 2);
    double determinant = yy * zz - yz * yz;
    double[][] inverse = new double[LANDMARKS][];
    for (int i = 0; i < LANDMARKS; i++) {
      double[] p = centred[i];
      inverse[i] =
          new double[] {
            p[0] / xx, (p[1] * zz - p[2] * yz) / determinant, (p[2] * yy - p[1] * yz) / determinant
          };
    }
    return inverse;
  }

  private static double moment(double[][] points, int one, int other) {
    double sum = 0;
    for (double[] point : points) {
      sum += point[one] * point[other];
    }
    return sum;
  }
}
