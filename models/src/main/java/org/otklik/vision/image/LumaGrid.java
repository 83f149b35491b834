package org.otklik.vision.image;

import java.io.Serializable;
import java.util.Arrays;

/**
 * A frame's picture in coarse: the mean green level of each of its cells, of which there are some
 * eighty along the longer side. Green is most of what a picture's brightness consists of. The mean
 * of many pixels has little of the sensor's noise, and changes when a face's edges move by a
 * fraction of a pixel.
 *
 * @param columns cells in a row; what is left over at the right and below is in no cell
 * @param rows likewise
 * @param sourceCellPx side of a cell in pixels of the video
 * @param levels row by row, in sixteenths of a level of 0..255. Not copied: not to be changed
 */
public record LumaGrid(int columns, int rows, double sourceCellPx, short[] levels)
    implements Serializable {
  private static final int ALONG = 80;
  private static final int MIN_CELL_PX = 2;
  private static final int SIXTEENTHS = 16;
  private static final int CHANNELS = 3;
  private static final int GREEN = 1;

  /** More than noise and a slow change of the light do from one sampled frame to the next. */
  private static final int CHANGED = 12 * SIXTEENTHS;

  /** Of a decodable frame. */
  public static LumaGrid of(Frame frame) {
    int cell = Math.max(MIN_CELL_PX, Math.max(frame.widthPx(), frame.heightPx()) / ALONG);
    int columns = frame.widthPx() / cell;
    int rows = frame.heightPx() / cell;
    short[] levels = new short[columns * rows];
    int[] sums = new int[columns];
    for (int row = 0; row < rows; row++) {
      Arrays.fill(sums, 0);
      for (int y = row * cell; y < (row + 1) * cell; y++) {
        addRow(frame, y, cell, sums);
      }
      for (int column = 0; column < columns; column++) {
        levels[row * columns + column] = (short) (SIXTEENTHS * sums[column] / (cell * cell));
      }
    }
    double sourceCellPx = (double) cell * frame.sourceWidthPx() / frame.widthPx();
    return new LumaGrid(columns, rows, sourceCellPx, levels);
  }

  private static void addRow(Frame frame, int y, int cell, int[] sums) {
    byte[] bgr = frame.bgr();
    int at = CHANNELS * y * frame.widthPx() + GREEN;
    for (int column = 0; column < sums.length; column++) {
      int sum = 0;
      for (int x = 0; x < cell; x++, at += CHANNELS) {
        sum += bgr[at] & 0xff;
      }
      sums[column] += sum;
    }
  }

  /** Mean level of a cell, 0..255. */
  public double level(int column, int row) {
    return (double) levels[row * columns + column] / SIXTEENTHS;
  }

  /** Whether its cells lie where those of the other lie. */
  public boolean isLike(LumaGrid other) {
    return columns == other.columns && rows == other.rows;
  }

  /** Share of the picture that has changed, 0..1; all of it where its size has. */
  public double changedShare(LumaGrid other) {
    if (!isLike(other)) {
      return 1;
    }
    int changed = 0;
    for (int i = 0; i < levels.length; i++) {
      changed += Math.abs(levels[i] - other.levels[i]) > CHANGED ? 1 : 0;
    }
    return levels.length == 0 ? 0 : (double) changed / levels.length;
  }

  /**
   * How far the levels are from the mean of two others, in the mean over the cells of a part of the
   * picture, 0..255; 0 where the part has no cell.
   *
   * @param xPx in pixels of the video, as the others
   */
  public double difference(
      LumaGrid one, LumaGrid other, double xPx, double yPx, double widthPx, double heightPx) {
    int left = cell(xPx, columns);
    int right = cell(xPx + widthPx, columns);
    int top = cell(yPx, rows);
    int bottom = cell(yPx + heightPx, rows);
    long sum = 0;
    for (int row = top; row < bottom; row++) {
      for (int i = row * columns + left; i < row * columns + right; i++) {
        sum += Math.abs(2 * levels[i] - one.levels[i] - other.levels[i]);
      }
    }
    long cells = (long) (right - left) * (bottom - top);
    return cells == 0 ? 0 : (double) sum / (2 * SIXTEENTHS * cells);
  }

  private int cell(double px, int cells) {
    return (int) Math.max(0, Math.min(cells, Math.round(px / sourceCellPx)));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LumaGrid grid
        && columns == grid.columns
        && rows == grid.rows
        && sourceCellPx == grid.sourceCellPx
        && Arrays.equals(levels, grid.levels);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(levels);
  }
}
