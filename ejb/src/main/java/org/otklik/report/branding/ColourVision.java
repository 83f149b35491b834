package org.otklik.report.branding;

import java.awt.Color;

/**
 * Whether two colours of a chart are told apart, also by people who see red and green alike: by
 * their distance in CIELAB (CIE 1976), as seen with all three kinds of cones, without those for red
 * and without those for green (Viénot, Brettel and Mollon 1999).
 */
final class ColourVision {
  /** Two lines of a chart; a just noticeable difference of large areas is 2.3. */
  private static final double MIN_DISTANCE = 20;

  private static final double[][] ALL_CONES = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};

  private static final double[][] WITHOUT_RED = {
    {0.11238, 0.88762, 0}, {0.11238, 0.88762, 0}, {0.00401, -0.00401, 1}
  };

  private static final double[][] WITHOUT_GREEN = {
    {0.29275, 0.70725, 0}, {0.29275, 0.70725, 0}, {-0.02234, 0.02234, 1}
  };

  /** From linear sRGB to CIE XYZ, each row over the white of D65. */
  private static final double[][] XYZ = {
    {0.43395, 0.37622, 0.18983}, {0.21267, 0.71516, 0.07217}, {0.01776, 0.10947, 0.87277}
  };

  private ColourVision() {}

  static boolean tellsApart(Color one, Color other) {
    for (double[][] eye : new double[][][] {ALL_CONES, WITHOUT_RED, WITHOUT_GREEN}) {
      if (distance(lab(one, eye), lab(other, eye)) < MIN_DISTANCE) {
        return false;
      }
    }
    return true;
  }

  private static double[] lab(Color color, double[][] eye) {
    double[] linear = {
      ColourContrast.linear(color.getRed()),
      ColourContrast.linear(color.getGreen()),
      ColourContrast.linear(color.getBlue())
    };
    double[] xyz = times(XYZ, times(eye, linear));
    double x = response(xyz[0]);
    double y = response(xyz[1]);
    double z = response(xyz[2]);
    return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
  }

  private static double response(double share) {
    return share > 0.008856 ? Math.cbrt(share) : 7.787 * share + 16 / 116.0;
  }

  private static double[] times(double[][] matrix, double[] vector) {
    double[] product = new double[matrix.length];
    for (int row = 0; row < matrix.length; row++) {
      for (int column = 0; column < vector.length; column++) {
        product[row] += matrix[row][column] * vector[column];
      }
    }
    return product;
  }

  private static double distance(double[] one, double[] other) {
    return Math.hypot(Math.hypot(one[0] - other[0], one[1] - other[1]), one[2] - other[2]);
  }
}
