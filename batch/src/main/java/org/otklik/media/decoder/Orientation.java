package org.otklik.media.decoder;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;
import static org.bytedeco.ffmpeg.global.avutil.av_display_rotation_get;

import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.javacpp.IntPointer;

/**
 * How the stored picture becomes the one that players show.
 *
 * @param mirrored first, left and right change places
 * @param rotationDegrees then it is turned clockwise: 0, 90, 180, 270
 */
record Orientation(boolean mirrored, int rotationDegrees) {
  static final Orientation AS_STORED = new Orientation(false, 0);

  /** Nine numbers in rows: a b u, c d v, x y w; x' = a x + c y, y' = b x + d y. */
  private static final int MATRIX_NUMBERS = 9;

  /** From the display matrix of the container; the nearest quarter turn. */
  static Orientation of(AVCodecParameters video) {
    AVPacketSideData found =
        av_packet_side_data_get(
            video.coded_side_data(), video.nb_coded_side_data(), AV_PKT_DATA_DISPLAYMATRIX);
    if (found == null || found.isNull() || found.size() < MATRIX_NUMBERS * Integer.BYTES) {
      return AS_STORED;
    }
    int[] matrix = new int[MATRIX_NUMBERS];
    new IntPointer(found.data()).get(matrix);
    return of(matrix);
  }

  /** Turned clockwise after that. */
  Orientation turned(int degrees) {
    return new Orientation(mirrored, (rotationDegrees + degrees) % 360);
  }

  static Orientation of(int[] matrix) {
    boolean mirrored = (long) matrix[0] * matrix[4] - (long) matrix[1] * matrix[3] < 0;
    if (mirrored) {
      // What is left after the mirror is a turn: x' = a (-x) + c y, y' = b (-x) + d y.
      matrix[0] = -matrix[0];
      matrix[1] = -matrix[1];
    }
    double counterclockwise = av_display_rotation_get(matrix);
    if (Double.isNaN(counterclockwise)) {
      return AS_STORED;
    }
    int clockwise = Math.floorMod(Math.round(-counterclockwise / 90) * 90, 360);
    return new Orientation(mirrored, clockwise);
  }
}
