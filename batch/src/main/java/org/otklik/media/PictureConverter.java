package org.otklik.media;

import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.bytedeco.ffmpeg.global.swscale.*;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.IntPointer;

/** Turns Java's pictures into frames for an encoder (BT.601). */
final class PictureConverter implements AutoCloseable {
  private static final int UNITY = 1 << 16;

  private final BufferedImage bgr;
  private final SwsContext scaler;
  private final AVFrame from;
  private final AVFrame to;

  PictureConverter(int width, int height, int pixelFormat, int colourRange) {
    bgr = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    from = frame(width, height, AV_PIX_FMT_BGR24);
    to = frame(width, height, pixelFormat);
    to.color_range(colourRange);
    to.colorspace(AVCOL_SPC_SMPTE170M);
    scaler =
        sws_getContext(
            width,
            height,
            AV_PIX_FMT_BGR24,
            width,
            height,
            pixelFormat,
            SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INP,
            null,
            null,
            (double[]) null);
    IntPointer table = sws_getCoefficients(AVCOL_SPC_SMPTE170M);
    int fullRange = colourRange == AVCOL_RANGE_JPEG ? 1 : 0;
    sws_setColorspaceDetails(scaler, table, 1, table, fullRange, 0, UNITY, UNITY);
  }

  private static AVFrame frame(int width, int height, int format) {
    AVFrame frame = av_frame_alloc();
    frame.width(width);
    frame.height(height);
    frame.format(format);
    if (av_frame_get_buffer(frame, 0) < 0) {
      throw new OutOfMemoryError("picture of " + width + "x" + height);
    }
    return frame;
  }

  /**
   * @return valid until the next call
   */
  AVFrame convert(BufferedImage picture) throws IOException {
    if (picture.getWidth() != bgr.getWidth() || picture.getHeight() != bgr.getHeight()) {
      throw new IOException("a picture of another size than the film's");
    }
    byte[] rows = pixels(picture);
    int rowBytes = bgr.getWidth() * 3;
    int stride = from.linesize(0);
    long span = (long) stride * (bgr.getHeight() - 1) + rowBytes;
    ByteBuffer padded = from.data(0).capacity(span).asByteBuffer();
    for (int y = 0; y < bgr.getHeight(); y++) {
      padded.position(y * stride);
      padded.put(rows, y * rowBytes, rowBytes);
    }
    av_frame_make_writable(to);
    sws_scale(scaler, from.data(), from.linesize(), 0, bgr.getHeight(), to.data(), to.linesize());
    return to;
  }

  private byte[] pixels(BufferedImage picture) {
    BufferedImage source = picture;
    if (picture.getType() != BufferedImage.TYPE_3BYTE_BGR || isPart(picture)) {
      Graphics2D graphics = bgr.createGraphics();
      graphics.drawImage(picture, 0, 0, null);
      graphics.dispose();
      source = bgr;
    }
    return ((DataBufferByte) source.getRaster().getDataBuffer()).getData();
  }

  private static boolean isPart(BufferedImage picture) {
    return picture.getRaster().getDataBuffer().getSize()
        != 3 * picture.getWidth() * picture.getHeight();
  }

  @Override
  public void close() {
    av_frame_free(from);
    av_frame_free(to);
    sws_freeContext(scaler);
  }
}
