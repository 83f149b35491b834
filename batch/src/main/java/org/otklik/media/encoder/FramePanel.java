package org.otklik.media.encoder;

import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import java.util.Arrays;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.otklik.media.decoder.CutOrder;

/** Puts the panel of a cut beneath its frames, with a line where the cut is. */
final class FramePanel implements AutoCloseable {
  private static final int LINE_LUMA = 40;

  /** One of so many parts of the width. */
  private static final int LINES_A_WIDTH = 320;

  private final CutOrder order;
  private final AVFrame panel;

  FramePanel(CutOrder order) throws IOException {
    this.order = order;
    this.panel = PngFrame.yuv(order.panel().path(), order.widthPx(), order.panel().heightPx());
  }

  /**
   * @param yuv of the cut's size
   * @param number of the frame in the cut
   * @return to be freed by the caller
   */
  AVFrame beneath(AVFrame yuv, int number) throws IOException {
    AVFrame whole = CutScaler.yuv(order.widthPx(), order.wholeHeightPx());
    copy(yuv, whole, 0);
    copy(panel, whole, order.heightPx());
    drawLine(whole, number);
    return whole;
  }

  private static void copy(AVFrame from, AVFrame to, int top) {
    try (PointerPointer<BytePointer> places = new PointerPointer<>(4);
        IntPointer strides = new IntPointer(4)) {
      for (int plane = 0; plane < 3; plane++) {
        long offset = (long) (plane == 0 ? top : top / 2) * to.linesize(plane);
        places.put(plane, new BytePointer(to.data(plane)).position(offset).getPointer(0));
        strides.put(plane, to.linesize(plane));
      }
      av_image_copy(
          places,
          strides,
          from.data(),
          from.linesize(),
          AV_PIX_FMT_YUV420P,
          from.width(),
          from.height());
    }
  }

  /** Dark, over what is drawn there. */
  private void drawLine(AVFrame whole, int number) {
    CutOrder.Panel at = order.panel();
    double share = (number + 0.5) / order.frames();
    int width = Math.max(1, order.widthPx() / LINES_A_WIDTH);
    int left = (int) Math.round(at.leftPx() + share * (at.rightPx() - at.leftPx())) - width / 2;
    byte[] line = new byte[Math.max(0, Math.min(width, order.widthPx() - left))];
    Arrays.fill(line, (byte) LINE_LUMA);
    for (int y = order.heightPx(); y < order.wholeHeightPx(); y++) {
      whole.data(0).position((long) y * whole.linesize(0) + left).put(line);
    }
    whole.data(0).position(0);
  }

  @Override
  public void close() {
    av_frame_free(panel);
  }
}
