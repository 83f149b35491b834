package org.otklik.media.encoder;

import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.bytedeco.ffmpeg.global.swscale.*;

import java.io.IOException;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.otklik.media.decoder.UprightScaler.UprightFrame;
import org.otklik.media.decoder.UprightSize;

/** Upright images to what the encoder takes: BT.709, limited range. */
final class BgrToYuv implements AutoCloseable {
  private static final int UNITY = 1 << 16;
  private static final int CHANNELS = 3;

  private final UprightSize size;
  private final SwsContext scaler;
  private final AVFrame bgr = av_frame_alloc();

  BgrToYuv(UprightSize size) throws IOException {
    this.size = size;
    this.scaler =
        sws_getContext(
            size.widthPx(),
            size.heightPx(),
            AV_PIX_FMT_BGR24,
            size.widthPx(),
            size.heightPx(),
            AV_PIX_FMT_YUV420P,
            SWS_BILINEAR | SWS_ACCURATE_RND,
            null,
            null,
            (double[]) null);
    IntPointer table = sws_getCoefficients(SWS_CS_ITU709);
    sws_setColorspaceDetails(scaler, table, 1, table, 0, 0, UNITY, UNITY);
    bgr.format(AV_PIX_FMT_BGR24);
    bgr.width(size.widthPx());
    bgr.height(size.heightPx());
    Mp4File.check(av_frame_get_buffer(bgr, 0));
  }

  boolean isFor(UprightSize other) {
    return size.widthPx() == other.widthPx() && size.heightPx() == other.heightPx();
  }

  /**
   * @param image of the size, or smaller: then it stands in the middle of a black one
   * @return to be freed by the caller
   */
  AVFrame converted(UprightFrame image) throws IOException {
    fill(image);
    AVFrame yuv = CutScaler.yuv(size.widthPx(), size.heightPx());
    sws_scale(scaler, bgr.data(), bgr.linesize(), 0, size.heightPx(), yuv.data(), yuv.linesize());
    return yuv;
  }

  /** FFmpeg reads padded rows. */
  private void fill(UprightFrame image) {
    int rowBytes = CHANNELS * image.size().widthPx();
    int left = CHANNELS * ((size.widthPx() - image.size().widthPx()) / 2);
    int top = (size.heightPx() - image.size().heightPx()) / 2;
    BytePointer rows = bgr.data(0);
    long stride = bgr.linesize(0);
    if (left > 0 || top > 0) {
      rows.position(0);
      Pointer.memset(rows, 0, stride * size.heightPx());
    }
    for (int y = 0; y < image.size().heightPx(); y++) {
      rows.position((top + y) * stride + left).put(image.bgr(), y * rowBytes, rowBytes);
    }
  }

  @Override
  public void close() {
    av_frame_free(bgr);
    sws_freeContext(scaler);
  }
}
