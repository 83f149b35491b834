package org.otklik.vision.track;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HexFormat;
import org.otklik.vision.face.FaceBox;
import org.otklik.vision.image.LumaGrid;

/**
 * What a face looks like, very coarsely: enough to see that the face here is the one that was
 * elsewhere a moment ago, too little to know anybody by.
 *
 * @param levels 6 × 6 of 0..255. Not copied: not to be changed
 */
public record FacePatch(float[] levels) implements Serializable {
  private static final int SIDE = 6;

  /** To which the spread of the levels is brought before looks of different light are compared. */
  private static final double SPREAD = 40;

  private static final double MIN_SPREAD = 0.05;

  /** Below it noise is most of a level, and logarithms make much of it. */
  private static final double MIN_LEVEL = 8;

  /**
   * {@link #unlikeness} above which two looks are hardly one face. The likest looks of one real
   * face before and after a moment have 4 to 14, with two of each side 18 at most; those of two
   * persons 25 and more, and three in four of 2000 pairs of photographs (decision 95).
   */
  static final double UNLIKE = 20;

  /** Of sizes that differ much, of which one shows more. */
  static final double VERY_UNLIKE = 26;

  /** Up to which two looks may well be one face. */
  static final double ALIKE = 12;

  /** Places a side of which a level is the mean: of a large face a place alone is a detail. */
  private static final int PLACES = 4;

  public static FacePatch of(LumaGrid grid, FaceBox box) {
    float[] levels = new float[SIDE * SIDE];
    double cell = grid.sourceCellPx();
    int all = SIDE * PLACES;
    for (int row = 0; row < all; row++) {
      double y = (box.yPx() + (row + 0.5) / all * box.heightPx()) / cell - 0.5;
      for (int column = 0; column < all; column++) {
        double x = (box.xPx() + (column + 0.5) / all * box.widthPx()) / cell - 0.5;
        levels[row / PLACES * SIDE + column / PLACES] +=
            (float) (between(grid, x, y) / (PLACES * PLACES));
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

  /** As {@link #hex} gave it. */
  public static FacePatch ofHex(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    float[] levels = new float[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      levels[i] = bytes[i] & 0xff;
    }
    return new FacePatch(levels);
  }

  /** Its levels in whole numbers, two hexadecimal digits each. */
  public String hex() {
    byte[] bytes = new byte[levels.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Math.round(levels[i]);
    }
    return HexFormat.of().formatHex(bytes);
  }

  /** Whether the two are hardly one face, in whatever light. */
  boolean isUnlike(FacePatch other) {
    return inSameLight().unlikeness(other.inSameLight()) > UNLIKE;
  }

  /**
   * Mean difference of two {@link #inSameLight}, be one of them mirrored, as conference programs
   * do.
   */
  double unlikeness(FacePatch other) {
    double asItIs = 0;
    double mirrored = 0;
    for (int i = 0; i < levels.length; i++) {
      asItIs += Math.abs(levels[i] - other.levels[i]);
      mirrored += Math.abs(levels[i] - other.levels[i / SIDE * SIDE + SIDE - 1 - i % SIDE]);
    }
    return Math.min(asItIs, mirrored) / levels.length;
  }

  /**
   * With what the light does taken out: its strength and colour, and that it comes from one side.
   * That multiplies levels, and so adds a constant and a slope to their logarithms.
   */
  FacePatch inSameLight() {
    double[] logs = new double[levels.length];
    double mean = 0;
    double slopeX = 0;
    double slopeY = 0;
    double squares = 0;
    for (int i = 0; i < logs.length; i++) {
      logs[i] = Math.log(Math.max(MIN_LEVEL, levels[i]));
      mean += logs[i] / logs.length;
      slopeX += logs[i] * fromMiddle(i % SIDE);
      slopeY += logs[i] * fromMiddle(i / SIDE);
      squares += fromMiddle(i % SIDE) * fromMiddle(i % SIDE);
    }
    double spread = 0;
    for (int i = 0; i < logs.length; i++) {
      logs[i] -=
          mean + slopeX / squares * fromMiddle(i % SIDE) + slopeY / squares * fromMiddle(i / SIDE);
      spread += logs[i] * logs[i] / logs.length;
    }
    float[] same = new float[levels.length];
    for (int i = 0; i < same.length; i++) {
      same[i] = (float) (logs[i] / Math.max(MIN_SPREAD, Math.sqrt(spread)) * SPREAD);
    }
    return new FacePatch(same);
  }

  private static double fromMiddle(int place) {
    return place - (SIDE - 1) / 2.0;
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
