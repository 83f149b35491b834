package org.otklik.media.decoder;

import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.bytedeco.ffmpeg.global.swscale.*;

import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.IntPointer;
import org.otklik.storage.UnusableMediaException;
import org.otklik.storage.UnusableMediaException.Reason;

/** Turns decoded frames of any pixel format into upright BGR pictures of the wanted size. */
final class UprightScaler implements AutoCloseable {
  /** How the target size follows from the stored size. */
  interface Target {
    UprightSize of(int storedWidth, int storedHeight, double pixelAspect, int rotation);
  }

  /** Unlabelled film of this height or more is taken as BT.709, as players do. */
  private static final int HIGH_DEFINITION_PX = 720;

  private static final int UNITY = 1 << 16;

  private final int rotationDegrees;
  private final Target target;
  private SwsContext scaler;
  private AVFrame scaled;

  UprightScaler(int rotationDegrees, Target target) {
    this.rotationDegrees = rotationDegrees;
    this.target = target;
  }

  Picture picture(AVFrame frame) throws UnusableMediaException {
    AVRational aspect = frame.sample_aspect_ratio();
    double pixelAspect = aspect.num() > 0 && aspect.den() > 0 ? av_q2d(aspect) : 0;
    UprightSize size = target.of(frame.width(), frame.height(), pixelAspect, rotationDegrees);
    scale(frame, size.lyingWidthPx(), size.lyingHeightPx());
    byte[] lying = packedRows();
    byte[] bgr =
        Turn.clockwise(lying, size.lyingWidthPx(), size.lyingHeightPx(), size.rotationDegrees());
    return new Picture(size, bgr);
  }

  private void scale(AVFrame frame, int width, int height) throws UnusableMediaException {
    scaler =
        sws_getCachedContext(
            scaler,
            frame.width(),
            frame.height(),
            frame.format(),
            width,
            height,
            AV_PIX_FMT_BGR24,
            SWS_BILINEAR | SWS_ACCURATE_RND,
            null,
            null,
            (double[]) null);
    if (scaler == null || scaler.isNull()) {
      scaler = null;
      throw new UnusableMediaException(
          Reason.UNSUPPORTED, "pixel format " + frame.format() + " cannot be converted");
    }
    setColours(frame);
    allocate(width, height);
    sws_scale(
        scaler,
        frame.data(),
        frame.linesize(),
        0,
        frame.height(),
        scaled.data(),
        scaled.linesize());
  }

  private void setColours(AVFrame frame) {
    int space = frame.colorspace();
    if (space == AVCOL_SPC_UNSPECIFIED || space == AVCOL_SPC_RGB) {
      space = frame.height() >= HIGH_DEFINITION_PX ? AVCOL_SPC_BT709 : AVCOL_SPC_SMPTE170M;
    }
    IntPointer table = sws_getCoefficients(space);
    int fullRange = frame.color_range() == AVCOL_RANGE_JPEG ? 1 : 0;
    sws_setColorspaceDetails(scaler, table, fullRange, table, 1, 0, UNITY, UNITY);
  }

  private void allocate(int width, int height) {
    if (scaled != null && scaled.width() == width && scaled.height() == height) {
      return;
    }
    freeScaled();
    scaled = av_frame_alloc();
    scaled.format(AV_PIX_FMT_BGR24);
    scaled.width(width);
    scaled.height(height);
    if (av_frame_get_buffer(scaled, 0) < 0) {
      throw new OutOfMemoryError("picture of " + width + "x" + height);
    }
  }

  private byte[] packedRows() {
    int rowBytes = scaled.width() * 3;
    int stride = scaled.linesize(0);
    byte[] rows = new byte[rowBytes * scaled.height()];
    long span = (long) stride * (scaled.height() - 1) + rowBytes;
    ByteBuffer padded = scaled.data(0).capacity(span).asByteBuffer();
    for (int y = 0; y < scaled.height(); y++) {
      padded.position(y * stride);
      padded.get(rows, y * rowBytes, rowBytes);
    }
    return rows;
  }

  private void freeScaled() {
    if (scaled != null) {
      av_frame_free(scaled);
      scaled = null;
    }
  }

  @Override
  public void close() {
    freeScaled();
    if (scaler != null) {
      sws_freeContext(scaler);
      scaler = null;
    }
  }
}
