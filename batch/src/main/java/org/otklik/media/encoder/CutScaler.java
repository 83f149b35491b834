package org.otklik.media.encoder;

import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.bytedeco.ffmpeg.global.swscale.*;

import java.io.IOException;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.otklik.media.decoder.CutOrder;
import org.otklik.media.decoder.OpenVideo;
import org.otklik.media.decoder.UprightScaler;
import org.otklik.media.decoder.UprightSize;
import org.otklik.storage.UnusableMediaException;
import org.otklik.storage.UnusableMediaException.Reason;

/**
 * Brings decoded frames to the cut's size and to what the encoder takes. Frames that are it already
 * are passed on as they are; turned, HDR and interlaced ones go the way of all images, through BGR.
 */
final class CutScaler implements AutoCloseable {
  private static final int UNITY = 1 << 16;

  private final OpenVideo video;
  private final CutOrder order;
  private final UprightScaler upright;
  private SwsContext scaler;
  private BgrToYuv bgrToYuv;

  CutScaler(OpenVideo video, CutOrder order) {
    this.video = video;
    this.order = order;
    this.upright =
        new UprightScaler(
            video, (width, height, aspect, turn) -> covering(width, height, aspect, turn));
  }

  private UprightSize covering(int width, int height, double aspect, int rotation) {
    return UprightSize.covering(width, height, aspect, rotation, order.widthPx(), order.heightPx());
  }

  /**
   * @return to be freed by the caller, and not to be written to
   */
  AVFrame scaled(AVFrame frame, CutOrder.Shot shot) throws IOException, UnusableMediaException {
    AVFrame whole;
    if (!upright.isAsStored(frame)) {
      whole = throughBgr(upright.picture(frame));
    } else if (isWanted(frame)) {
      whole = av_frame_clone(frame);
    } else {
      whole = scaled(frame);
    }
    if (whole.width() == order.widthPx() && whole.height() == order.heightPx()) {
      return whole;
    }
    AVFrame part = cropped(whole, shot);
    av_frame_free(whole);
    return part;
  }

  private boolean isWanted(AVFrame frame) {
    UprightSize size = covering(frame.width(), frame.height(), video.pixelAspect(frame), 0);
    return frame.format() == AV_PIX_FMT_YUV420P
        && size.widthPx() == frame.width()
        && size.heightPx() == frame.height()
        && frame.color_range() != AVCOL_RANGE_JPEG
        && UprightScaler.colourSpace(frame) == AVCOL_SPC_BT709;
  }

  private AVFrame throughBgr(UprightScaler.UprightFrame image) throws IOException {
    if (bgrToYuv == null || !bgrToYuv.isFor(image.size())) {
      closeBgrToYuv();
      bgrToYuv = new BgrToYuv(image.size());
    }
    return bgrToYuv.converted(image);
  }

  private AVFrame scaled(AVFrame frame) throws IOException, UnusableMediaException {
    UprightSize size = covering(frame.width(), frame.height(), video.pixelAspect(frame), 0);
    scaler =
        sws_getCachedContext(
            scaler,
            frame.width(),
            frame.height(),
            frame.format(),
            size.widthPx(),
            size.heightPx(),
            AV_PIX_FMT_YUV420P,
            SWS_BILINEAR,
            null,
            null,
            (double[]) null);
    if (scaler == null || scaler.isNull()) {
      scaler = null;
      throw new UnusableMediaException(
          Reason.UNSUPPORTED, "pixel format " + frame.format() + " cannot be converted");
    }
    sws_setColorspaceDetails(
        scaler,
        sws_getCoefficients(UprightScaler.colourSpace(frame)),
        frame.color_range() == AVCOL_RANGE_JPEG ? 1 : 0,
        sws_getCoefficients(SWS_CS_ITU709),
        0,
        0,
        UNITY,
        UNITY);
    AVFrame scaled = yuv(size.widthPx(), size.heightPx());
    sws_scale(
        scaler,
        frame.data(),
        frame.linesize(),
        0,
        frame.height(),
        scaled.data(),
        scaled.linesize());
    return scaled;
  }

  static AVFrame yuv(int widthPx, int heightPx) throws IOException {
    AVFrame frame = av_frame_alloc();
    frame.format(AV_PIX_FMT_YUV420P);
    frame.width(widthPx);
    frame.height(heightPx);
    Mp4File.check(av_frame_get_buffer(frame, 0));
    return frame;
  }

  private AVFrame cropped(AVFrame whole, CutOrder.Shot shot) throws IOException {
    int left = place(shot.centreX(), whole.width(), order.widthPx());
    int top = place(shot.centreY(), whole.height(), order.heightPx());
    AVFrame part = yuv(order.widthPx(), order.heightPx());
    PointerPointer<BytePointer> from = new PointerPointer<>(4);
    IntPointer strides = new IntPointer(4);
    for (int plane = 0; plane < 3; plane++) {
      int shift = plane == 0 ? 0 : 1;
      long offset = (long) (top >> shift) * whole.linesize(plane) + (left >> shift);
      from.put(plane, new BytePointer(whole.data(plane)).position(offset).getPointer(0));
      strides.put(plane, whole.linesize(plane));
    }
    av_image_copy(
        part.data(),
        part.linesize(),
        from,
        strides,
        AV_PIX_FMT_YUV420P,
        part.width(),
        part.height());
    return part;
  }

  /** Even, as colours are stored by twos. */
  private static int place(double centre, int whole, int part) {
    double place = Math.max(0, Math.min(whole - part, centre * whole - part / 2.0));
    return (int) (place / 2) * 2;
  }

  private void closeBgrToYuv() {
    if (bgrToYuv != null) {
      bgrToYuv.close();
    }
  }

  @Override
  public void close() {
    closeBgrToYuv();
    upright.close();
    if (scaler != null) {
      sws_freeContext(scaler);
    }
  }
}
