package org.otklik.media.decoder;

import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.bytedeco.ffmpeg.global.swscale.*;

import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.IntPointer;
import org.otklik.storage.UnusableMediaException;
import org.otklik.storage.UnusableMediaException.Reason;

/** Turns decoded frames of any pixel format into upright BGR pictures of the wanted size. */
public final class UprightScaler implements AutoCloseable {
  /** An upright picture, rows packed, 3 bytes a pixel, BGR. */
  public record UprightFrame(UprightSize size, byte[] bgr) {
    /** The same in the middle of a picture of that size, with black beside it. */
    UprightFrame within(UprightSize whole) {
      if (size.widthPx() == whole.widthPx() && size.heightPx() == whole.heightPx()) {
        return new UprightFrame(whole, bgr);
      }
      byte[] bordered = new byte[CHANNELS * whole.widthPx() * whole.heightPx()];
      int left = (whole.widthPx() - size.widthPx()) / 2;
      int top = (whole.heightPx() - size.heightPx()) / 2;
      int rowBytes = CHANNELS * size.widthPx();
      for (int y = 0; y < size.heightPx(); y++) {
        int to = CHANNELS * ((top + y) * whole.widthPx() + left);
        System.arraycopy(bgr, y * rowBytes, bordered, to, rowBytes);
      }
      return new UprightFrame(whole, bordered);
    }
  }

  private static final int CHANNELS = 3;

  /** How the target size follows from the stored size. */
  public interface Target {
    UprightSize of(int storedWidth, int storedHeight, double pixelAspect, int rotation);
  }

  /** Unlabelled video of this height or more is taken as BT.709, as players do. */
  private static final int HIGH_DEFINITION_PX = 720;

  /** Packed formats of 16 bits come out of FFmpeg 8.0 in wrong colours where heights are equal. */
  private static final int HDR_FORMAT = AV_PIX_FMT_GBRP16LE;

  private static final int UNITY = 1 << 16;

  private final OpenVideo video;
  private final Orientation orientation;
  private final Target target;
  private final FirstField firstField = new FirstField();
  private SwsContext scaler;
  private AVFrame scaled;
  private HdrToSdr hdrToSdr;

  public UprightScaler(OpenVideo video, Target target) {
    this(video, video.orientation(), target);
  }

  UprightScaler(OpenVideo video, Orientation orientation, Target target) {
    this.video = video;
    this.orientation = orientation;
    this.target = target;
  }

  public UprightFrame picture(AVFrame frame) throws UnusableMediaException {
    UprightSize size =
        target.of(
            frame.width(), frame.height(), video.pixelAspect(frame), orientation.rotationDegrees());
    int width = size.lyingWidthPx();
    int height = size.lyingHeightPx();
    boolean hdr = HdrToSdr.isHdr(frame);
    AVFrame source = FirstField.isInterlaced(frame) ? firstField.of(frame) : frame;
    prepare(source, width, height, hdr ? HDR_FORMAT : AV_PIX_FMT_BGR24);
    setColours(frame);
    scale(source);
    return new UprightFrame(
        size,
        hdr
            ? Turn.upright(toneMapped(frame), 3 * width, width, height, orientation)
            : Turn.upright(rows(), scaled.linesize(0), width, height, orientation));
  }

  private ByteBuffer rows() {
    return scaled.data(0).capacity((long) scaled.linesize(0) * scaled.height()).asByteBuffer();
  }

  private ByteBuffer toneMapped(AVFrame frame) {
    if (hdrToSdr == null || !hdrToSdr.suits(frame)) {
      hdrToSdr = HdrToSdr.of(frame);
    }
    return hdrToSdr.convert(scaled);
  }

  private void prepare(AVFrame frame, int width, int height, int format)
      throws UnusableMediaException {
    scaler =
        sws_getCachedContext(
            scaler,
            frame.width(),
            frame.height(),
            frame.format(),
            width,
            height,
            format,
            SWS_BILINEAR | SWS_ACCURATE_RND,
            null,
            null,
            (double[]) null);
    if (scaler == null || scaler.isNull()) {
      scaler = null;
      throw new UnusableMediaException(
          Reason.UNSUPPORTED, "pixel format " + frame.format() + " cannot be converted");
    }
    allocate(width, height, format);
  }

  private void scale(AVFrame frame) {
    sws_scale(
        scaler,
        frame.data(),
        frame.linesize(),
        0,
        frame.height(),
        scaled.data(),
        scaled.linesize());
  }

  /** Whether a frame needs neither to be turned nor more than a change of its pixels' format. */
  public boolean isAsStored(AVFrame frame) {
    return orientation.equals(Orientation.AS_STORED)
        && !HdrToSdr.isHdr(frame)
        && !FirstField.isInterlaced(frame);
  }

  /** What its colours are coded by; taken as players take it where nothing says so. */
  public static int colourSpace(AVFrame frame) {
    int space = frame.colorspace();
    if (space != AVCOL_SPC_UNSPECIFIED && space != AVCOL_SPC_RGB) {
      return space;
    }
    if (HdrToSdr.isHdr(frame)) {
      return AVCOL_SPC_BT2020_NCL;
    }
    return frame.height() >= HIGH_DEFINITION_PX ? AVCOL_SPC_BT709 : AVCOL_SPC_SMPTE170M;
  }

  private void setColours(AVFrame frame) {
    IntPointer table = sws_getCoefficients(colourSpace(frame));
    int fullRange = frame.color_range() == AVCOL_RANGE_JPEG ? 1 : 0;
    sws_setColorspaceDetails(scaler, table, fullRange, table, 1, 0, UNITY, UNITY);
  }

  private void allocate(int width, int height, int format) {
    if (scaled != null
        && scaled.width() == width
        && scaled.height() == height
        && scaled.format() == format) {
      return;
    }
    freeScaled();
    scaled = av_frame_alloc();
    scaled.format(format);
    scaled.width(width);
    scaled.height(height);
    if (av_frame_get_buffer(scaled, 0) < 0) {
      throw new OutOfMemoryError("picture of " + width + "x" + height);
    }
  }

  private void freeScaled() {
    if (scaled != null) {
      av_frame_free(scaled);
      scaled = null;
    }
  }

  @Override
  public void close() {
    firstField.close();
    freeScaled();
    if (scaler != null) {
      sws_freeContext(scaler);
      scaler = null;
    }
  }
}
