package org.otklik.vision.track;

import java.io.Serializable;
import java.util.Arrays;
import org.otklik.vision.face.FaceBox;
import org.otklik.vision.image.LumaGrid;

/**
 * What a face looks like, very coarsely: enough to see that the face here is the one that was
 * elsewhere a moment ago, too little to know anybody by.
 *
 * @param levels 6 × 6 of 0..255. Not copied: not to be changed
 */
record FacePatch(float[] levels) implements Serializable {
  private static final int SIDE = 6;

  static FacePatch of(LumaGrid grid, FaceBox box) {
    float[] levels = new float[SIDE * SIDE];
    double cell = grid.sourceCellPx();
    for (int row = 0; row < SIDE; row++) {
      double y = (box.yPx() + (row + 0.5) / SIDE * box.heightPx()) / cell - 0.5;
      for (int column = 0; column < SIDE; column++) {
        double x = (box.xPx() + (column + 0.5) / SIDE * box.widthPx()) / cell - 0.5;
        levels[row * SIDE + column] = (float) between(grid, x, y);
      }
    }
    return new FacePatch(levels);
  }

  private static double between(LumaGrid grid, double x, double y) {
    double column = Math.max(0, Math.min(grid.columns() - 1, x));
    double row = Math.max(0, Math.min(grid.rows() - 1, y));
    int left = (int) column;
    int top = (int) row;
    int right = Math.min(left + 1, grid.columns() - 1);
    int bottom = Math.min(top + 1, grid.rows() - 1);
    double toRight = column - left;
    double toBottom = row - top;
    return (1 - toBottom)
            * ((1 - toRight) * grid.level(left, top) + toRight * grid.level(right, top))
        + toBottom
            * ((1 - toRight) * grid.level(left, bottom) + toRight * grid.level(right, bottom));
  }

  /** Mean difference, in levels. */
  double distance(FacePatch other) {
    double sum = 0;
    for (int i = 0; i < levels.length; i++) {
      sum += Math.abs(levels[i] - other.levels[i]);
    }
    return sum / levels.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FacePatch patch && Arrays.equals(levels, patch.levels);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(levels);
  }
}
