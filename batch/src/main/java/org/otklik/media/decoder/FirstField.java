package org.otklik.media.decoder;

import static org.bytedeco.ffmpeg.global.avutil.*;

import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * The earlier half of an interlaced frame: every other line, taken at one moment, namely the time
 * the frame carries. Both halves together show moving things as combs. What is lost in height is
 * lost anyway where 1080 or 576 lines are scaled to a few hundred; nothing is made up between
 * frames, so that sampling needs no frame before or after.
 */
final class FirstField implements AutoCloseable {
  /** A multiple of 4 lines has whole lines of colour in both halves. */
  private static final int LINES = 4;

  private final AVFrame field = av_frame_alloc();

  static boolean isInterlaced(AVFrame frame) {
    return (frame.flags() & AVFrame.AV_FRAME_FLAG_INTERLACED) != 0 && frame.height() >= LINES;
  }

  /**
   * @return of half the height; valid until the next call and as long as the frame
   */
  AVFrame of(AVFrame frame) {
    av_frame_unref(field);
    if (av_frame_ref(field, frame) < 0) {
      throw new OutOfMemoryError("half a frame");
    }
    boolean lower = (frame.flags() & AVFrame.AV_FRAME_FLAG_TOP_FIELD_FIRST) == 0;
    int planes = av_pix_fmt_count_planes(frame.format());
    for (int i = 0; i < planes; i++) {
      int stride = frame.linesize(i);
      if (lower) {
        field.data(i, frame.data(i).getPointer(stride));
      }
      field.linesize(i, 2 * stride);
    }
    field.height(frame.height() / LINES * LINES / 2);
    return field;
  }

  @Override
  public void close() {
    av_frame_free(field);
  }
}
